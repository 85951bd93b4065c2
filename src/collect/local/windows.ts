import { hostname, networkInterfaces } from "node:os";
import path from "node:path";
import type { CollectContext } from "../context/context.ts";
import {
  known,
  notTold,
  type InterfaceFact,
  type LaterFacts,
  type LocalFacts,
  type LocalReader,
  type ProxyFacts,
  type Reading,
} from "./facts.ts";
import { systemFiles } from "./files.ts";
import { hostsFacts } from "./hosts.ts";
import { proxiesOfEnvironment } from "./proxy/environment.ts";
import { parseWindowsArp } from "./windows/arp.ts";
import { countersOf } from "./windows/facts/counters.ts";
import { interfacesOf } from "./windows/facts/interfaces.ts";
import { leasesOf } from "./windows/facts/leases.ts";
import { neighboursOf } from "./windows/facts/neighbours.ts";
import { resolversOf } from "./windows/facts/resolvers.ts";
import { routesOf } from "./windows/facts/routes.ts";
import { parseIpconfig } from "./windows/ipconfig.ts";
import { INTERNET_SETTINGS, parseRegQuery, proxiesOfRegistry } from "./windows/registry.ts";
import { parseRoutePrint } from "./windows/routes.ts";
import { AFTER_ARGS, BEFORE_ARGS } from "./windows/script.ts";
import { parseSnapshot, type WindowsSnapshot } from "./windows/snapshot.ts";
import { parseNetshWlan } from "./windows/wlan.ts";

/** Share of the deadline that PowerShell gets before the old tools must still have time. */
const POWERSHELL_SHARE = 0.85;

/**
 * Windows: one PowerShell call, and `reg` for the proxy. Where PowerShell is blocked, empty or too slow: `ipconfig
 * /all`, `route print -4`, `arp -a`, which tell less.
 */
export function windowsReader(): LocalReader {
  return { before, after, neighbours };
}

async function before(context: CollectContext, deadlineMs: number): Promise<LocalFacts> {
  const [output, proxy] = await Promise.all([
    context.runTool("powershell", BEFORE_ARGS, deadlineMs * POWERSHELL_SHARE),
    readProxy(context, deadlineMs),
  ]);
  return {
    ...(await completed(context, parseSnapshot(output.stdout), deadlineMs * (1 - POWERSHELL_SHARE))),
    proxy,
    hostsFile: readHosts(context),
  };
}

async function after(context: CollectContext, deadlineMs: number): Promise<LaterFacts> {
  const snapshot = parseSnapshot(
    (await context.runTool("powershell", AFTER_ARGS, deadlineMs * POWERSHELL_SHARE)).stdout,
  );
  const told = neighboursOf(snapshot);
  return {
    neighbours: told === null ? await neighbours(context, deadlineMs * (1 - POWERSHELL_SHARE)) : known(told),
    counters: countersOf(snapshot),
  };
}

/** `arp -a` needs milliseconds where PowerShell needs a second; it knows no states and IPv4 only. */
async function neighbours(context: CollectContext, deadlineMs: number): Promise<LaterFacts["neighbours"]> {
  const { stdout } = await context.runTool("arp", ["-a"], deadlineMs);
  return stdout.trim() === "" ? notTold("powershell, arp") : known(parseWindowsArp(stdout, nameOfAddress));
}

/** The runtime knows which interface carries an address; the old tools name interfaces by address only. */
function nameOfAddress(address: string): string | null {
  return (
    Object.entries(networkInterfaces()).find(([, entries]) =>
      entries?.some((entry) => entry.address === address),
    )?.[0] ?? null
  );
}

/** Facts of the snapshot; each part that is missing comes from an old tool, or stays unknown. */
async function completed(
  context: CollectContext,
  snapshot: WindowsSnapshot,
  deadlineMs: number,
): Promise<Omit<LocalFacts, "proxy" | "hostsFile">> {
  const told = interfacesOf(snapshot);
  const wantsIpconfig = told === null || told.length === 0 || snapshot.dns === null;
  const [ipconfig, route, wlan] = await Promise.all([
    wantsIpconfig ? context.runTool("ipconfig", ["/all"], deadlineMs) : null,
    snapshot.routes === null ? context.runTool("route", ["print", "-4"], deadlineMs) : null,
    told?.some(onWifi) === true ? context.runTool("netsh", ["wlan", "show", "interfaces"], deadlineMs) : null,
  ]);
  const adapters = ipconfig === null || ipconfig.stdout.trim() === "" ? null : parseIpconfig(ipconfig.stdout);
  const interfaces =
    told === null || told.length === 0
      ? (adapters?.map(({ fact }) => fact) ?? told)
      : withWifi(told, wlan?.stdout ?? "");
  const routes =
    routesOf(snapshot) ??
    (route === null || route.stdout.trim() === "" ? null : parseRoutePrint(route.stdout, nameOfAddress));
  const servers = adapters?.flatMap(({ fact, dns }) =>
    dns.map((address) => ({ address, port: 53, interface: fact.name, source: "ipconfig" })),
  );
  const resolvers = resolversOf(snapshot) ?? (servers === undefined ? null : { servers, search: [] });
  return {
    interfaces: interfaces === null ? notTold("powershell, ipconfig") : listed(interfaces),
    leases: told === null || told.length === 0 ? (adapters ?? []).map(({ lease }) => lease) : leasesOf(snapshot),
    routes: routes === null ? notTold("powershell, route print") : known(routes),
    resolvers: resolvers === null ? notTold("powershell, ipconfig") : known(resolvers),
  };
}

/**
 * Windows lists no loopback, so an empty list would look like one that was never read. Every computer has it: a list of
 * nothing else says "no adapter" and proves that somebody looked. Where the runtime sees a network all the same, the
 * list was not understood.
 */
function listed(facts: readonly InterfaceFact[]): Reading<readonly InterfaceFact[]> {
  if (facts.length > 0) return known(facts);
  const network = Object.values(networkInterfaces()).some((entries) => entries?.some((entry) => !entry.internal));
  return network ? notTold("powershell, ipconfig") : known([LOOPBACK]);
}

const LOOPBACK: InterfaceFact = {
  name: "Loopback Pseudo-Interface 1",
  label: "Loopback Pseudo-Interface 1",
  kind: "loopback",
  mac: null,
  adminUp: true,
  carrier: "unknown",
  speedMbps: null,
  mtu: null,
  addresses: [{ address: "127.0.0.1", prefix: 8, family: 4, scope: "host", origin: "unknown", duplicate: false }],
  counters: null,
  wifi: null,
};

function onWifi({ kind, carrier }: InterfaceFact): boolean {
  return kind === "wifi" && carrier === true;
}

function withWifi(facts: readonly InterfaceFact[], wlan: string): InterfaceFact[] {
  const told = parseNetshWlan(wlan);
  return facts.map((fact) => (onWifi(fact) ? { ...fact, wifi: told } : fact));
}

async function readProxy(context: CollectContext, deadlineMs: number): Promise<Reading<ProxyFacts>> {
  const environment = proxiesOfEnvironment(context.env);
  const result = await context.runTool("reg", ["query", INTERNET_SETTINGS], deadlineMs);
  if (!result.started && environment.settings.length === 0) return notTold("reg query");
  const registry = proxiesOfRegistry(parseRegQuery(result.stdout));
  return known({
    settings: [...environment.settings, ...registry.settings],
    bypass: [...environment.bypass, ...registry.bypass],
  });
}

function readHosts(context: CollectContext): LocalFacts["hostsFile"] {
  const file = path.win32.join(context.env["SystemRoot"] ?? "C:\\Windows", "System32", "drivers", "etc", "hosts");
  return hostsFacts(systemFiles("", context).read(file), file, hostname());
}
