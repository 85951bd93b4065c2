import { isIP } from "node:net";
import type { Family, FailureCode } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import { dnsQuery, serverLabel } from "../dns/query.ts";
import type { DnsType } from "../dns/message.ts";
import { pause } from "../net/settle.ts";
import { patientQuery } from "./patient-query.ts";
import { randomName, topLevelOf } from "./random-name.ts";
import { skippedDns } from "./skipped.ts";
import type { Work } from "./work.ts";

type Dns = ObservationOf<"dns">;

/** Where a name leads, and who said so. `code` tells why it leads nowhere. */
export interface Lead {
  readonly addresses: readonly string[];
  /** Label of the server, `literal`, `hosts`, or null where nobody answered. */
  readonly resolvedBy: string | null;
  readonly code: FailureCode | null;
  /** What the look-up took, milliseconds. */
  readonly durationMs: number;
}

export interface Names {
  /**
   * As the laptop finds it: literal, hosts file, then the configured servers. Never rejects; asked once however often
   * it is wanted.
   */
  configured(host: string, family: Family): Promise<Lead>;
  /** As the control resolvers find it; no addresses where there is none or it is not asked. */
  control(host: string, family: Family): Promise<Lead>;
  /**
   * Asks the first configured server for this name once more over TCP, as answers by datagram can be forged on the way; at
   * most some names a scan. Resolves when that is recorded.
   */
  confirm(host: string): Promise<void>;
  /** Everything that goes without an endpoint: known, missing and mail names at each server. */
  readonly done: Promise<void>;
}

interface Server {
  readonly address: string;
  readonly port: number;
  readonly role: Dns["evidence"]["role"];
  /** The answer for the known name, asked for with the first look at it: a profile of addresses alone asks nobody. */
  readonly known: () => Promise<Dns | null>;
}

/** Silence of a server after which its other questions are asked all the same. */
const SCOUT_MS = 600;
export const ANSWERED_NOWHERE: Lead = { addresses: [], resolvedBy: null, code: "TIMEOUT", durationMs: 0 };
const NOT_ASKED: Lead = { addresses: [], resolvedBy: null, code: "NOT_CONFIGURED", durationMs: 0 };
/** At most this many control resolvers are asked for the names of endpoints: one inside the country, one outside. */
const COMPARED = 2;
/** Names that are asked for once more over TCP: a filter that lies of these lies of others, too. */
const CONFIRMED = 3;
const CONFIRM_MS = 2000;

/** Asks the configured and the control resolvers, all side by side. Every answer becomes an observation. */
export function startNames(work: Work): Names {
  const { knownName, resolvers } = work.input.profile.controls;
  const wanted = work.wants("dns");
  const configured = work.laptop.resolvers.map((one) =>
    startServer(work, one.address, one.port, "configured", knownName),
  );
  const controls = wanted ? resolvers.map((one) => startServer(work, one.address, one.port, "control", knownName)) : [];
  const compared = resolvers
    .map((one, index) => ({ region: one.region, server: controls[index] }))
    .filter((one, index, list) => list.findIndex((other) => other.region === one.region) === index)
    .flatMap((one) => (one.server === undefined ? [] : [one.server]))
    .slice(0, COMPARED);
  const asked = new Map<string, Promise<Lead>>();
  const once = (key: string, ask: () => Promise<Lead>): Promise<Lead> => {
    const running = asked.get(key) ?? ask();
    asked.set(key, running);
    return running;
  };
  const confirm = wanted ? confirmer(work) : () => Promise.resolve();
  return {
    confirm,
    configured(host, family) {
      if (isIP(host) !== 0) return Promise.resolve(literal(host, family));
      const local = work.laptop.override(host, family);
      if (local.length > 0)
        return Promise.resolve({ addresses: local, resolvedBy: "hosts", code: null, durationMs: 0 });
      return once(`configured/${host}/${family}`, async () => {
        const found = await inOrder(work, configured, host, family);
        if (family === 4 && isDoubtful(found)) await confirm(host);
        return found;
      });
    },
    control(host, family) {
      if (isIP(host) !== 0) return Promise.resolve(NOT_ASKED);
      return once(`control/${host}/${family}`, async () =>
        confirmed(work, compared, host, await inOrder(work, compared, host, family)),
      );
    },
    done: wanted ? examineAll(work, [...configured, ...controls]) : Promise.resolve(),
  };
}

/** An address in place of a name. */
function literal(host: string, family: Family): Lead {
  const right = isIP(host) === family;
  return { addresses: right ? [host] : [], resolvedBy: "literal", code: right ? null : "NODATA", durationMs: 0 };
}

/** Asks the first configured server for a name over TCP, each name once and not too many of them. */
function confirmer(work: Work): (host: string) => Promise<void> {
  const [first] = work.laptop.resolvers;
  const asked = new Map<string, Promise<void>>();
  const confirm = async (host: string): Promise<void> => {
    if (first === undefined || work.laptop.routable(first.address) === false || asked.size >= CONFIRMED) return;
    const { address, port } = first;
    const query = { server: address, port, role: "configured", purpose: "endpoint", name: host, type: "A" } as const;
    work.recorder.add(
      await dnsQuery(work.context, { ...query, confirms: true, tryTimeoutMs: CONFIRM_MS, tries: 1, untimed: true }),
    );
  };
  return (host) => {
    const running = asked.get(host) ?? confirm(host);
    asked.set(host, running);
    return running;
  };
}

function startServer(
  work: Work,
  address: string,
  port: number,
  role: Dns["evidence"]["role"],
  knownName: string,
): Server {
  if (work.laptop.online === false || work.laptop.routable(address) === false) {
    work.recorder.add(skippedDns(work.context, serverLabel(address, port), role, knownName, "no route to this server"));
    return { address, port, role, known: () => Promise.resolve(null) };
  }
  let asked: Promise<Dns> | undefined;
  return { address, port, role, known: () => (asked ??= ask(work, { address, port, role }, knownName, "A", "known")) };
}

async function examineAll(work: Work, servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map((server) => examine(work, server)));
}

/** "No such name", and addresses that are nobody's server. */
function isDoubtful({ code, addresses }: Lead): boolean {
  if (code === "NXDOMAIN" || code === "NODATA") return true;
  return addresses.length > 0 && addresses.every((one) => /^(?:127\.|0\.0\.0\.0$)/u.test(one));
}

/** Names that cannot exist, and the mail servers of one of them: who answers those, lies. */
async function examine(work: Work, server: Server): Promise<void> {
  if (!(await isWorthAsking(work, server))) return;
  const { knownName } = work.input.profile.controls;
  const topLevels = [topLevelOf(knownName), "com"];
  const names = topLevels.map((topLevel) => randomName(work.context.randomBytes(8), topLevel));
  const [first = "", second = ""] = names;
  const six = server.role === "configured" ? [ask(work, server, knownName, "AAAA", "known")] : [];
  const asked = Promise.all([
    ...six,
    ask(work, server, first, "A", "missing", "missing-1"),
    ask(work, server, second, "A", "missing", "missing-2"),
    ask(work, server, first, "MX", "missing", "missing-1"),
  ]);
  await Promise.race([asked, silence(server)]);
}

/** The first server, in order, that has addresses; with none, the most telling failure. */
async function inOrder(work: Work, servers: readonly Server[], host: string, family: Family): Promise<Lead> {
  if (servers.length === 0) return NOT_ASKED;
  const leads = servers.map((server) => lead(work, server, host, family));
  let telling: Lead | null = null;
  for (const running of leads) {
    const seen = await running;
    if (seen.addresses.length > 0) return seen;
    if (telling === null || telling.code === "TIMEOUT") telling = seen;
  }
  return telling ?? ANSWERED_NOWHERE;
}

/**
 * "No such name" is asked again over a connection before anybody believes it: an answer forged on the way comes by
 * datagram. Only of a server that knows the name that always is; one that knows nothing is found out by that.
 */
async function confirmed(work: Work, servers: readonly Server[], host: string, found: Lead): Promise<Lead> {
  if (found.code !== "NXDOMAIN" && found.code !== "NODATA") return found;
  const server = servers.find((one) => serverLabel(one.address, one.port) === found.resolvedBy);
  const known = await server?.known();
  if (server === undefined || known?.outcome !== "ok") return found;
  const { address, port, role } = server;
  const query = { server: address, port, role, purpose: "endpoint", name: host, type: "A", overTcp: true } as const;
  const seen = await dnsQuery(work.context, { ...query, tryTimeoutMs: work.budget.dnsControl, tries: 1 });
  work.recorder.add(seen);
  if (seen.outcome !== "ok") return found;
  return { ...found, addresses: seen.evidence.answers.slice(0, 4), code: null };
}

async function lead(work: Work, server: Server, host: string, family: Family): Promise<Lead> {
  const label = serverLabel(server.address, server.port);
  if (!(await isWorthAsking(work, server))) {
    const known = await server.known();
    return {
      addresses: [],
      resolvedBy: label,
      code: known?.failure?.code ?? "PREREQUISITE_DEAD",
      durationMs: known?.durationMs ?? 0,
    };
  }
  const { knownName } = work.input.profile.controls;
  const known = family === 4 && host === knownName ? await server.known() : null;
  const seen = known ?? (await Promise.race([ask(work, server, host, typeOf(family), "endpoint"), silence(server)]));
  return {
    addresses: seen.evidence.answers.slice(0, 4),
    resolvedBy: label,
    code: seen.failure?.code ?? null,
    durationMs: seen.durationMs,
  };
}

function typeOf(family: Family): DnsType {
  return family === 4 ? "A" : "AAAA";
}

/**
 * False where the server is known dead by now: no route to it, a closed port, or silence. One that may only be slow is
 * asked on.
 */
async function isWorthAsking(work: Work, server: Server): Promise<boolean> {
  const scout = await Promise.race([server.known(), pause(work.context, SCOUT_MS)]);
  if (scout === undefined) return true;
  return scout !== null && scout.evidence.rcode !== null;
}

/** Resolves only when the server has proven silent: what else it was asked need not be waited for. */
async function silence(server: Server): Promise<Dns> {
  const known = await server.known();
  return known?.failure?.code === "TIMEOUT" ? known : new Promise<Dns>(() => {});
}

async function ask(
  work: Work,
  server: Omit<Server, "known">,
  name: string,
  type: DnsType,
  purpose: Dns["evidence"]["purpose"],
  stableName?: string,
): Promise<Dns> {
  const totalMs = server.role === "configured" ? work.budget.dns : work.budget.dnsControl;
  const query = { server: server.address, port: server.port, role: server.role, purpose, name, type };
  const seen = await patientQuery(work.context, query, { totalMs, againMs: work.budget.dnsAgain });
  // A random name would give the observation another id in every scan.
  const kept =
    stableName === undefined
      ? seen
      : { ...seen, id: `dns:${serverLabel(server.address, server.port)}:${stableName}:${type}` };
  work.recorder.add(kept);
  return kept;
}
