import { hostname } from "node:os";
import type { CollectContext } from "../context/context.ts";
import { countersBefore } from "./counters.ts";
import {
  known,
  notTold,
  type InterfaceFact,
  type LaterFacts,
  type LeaseFact,
  type LocalFacts,
  type LocalReader,
  type Reading,
} from "./facts.ts";
import { systemFiles } from "./files.ts";
import { hostsFacts } from "./hosts.ts";
import { parseHardwarePorts, parseIfconfig } from "./darwin/ifconfig.ts";
import { parseGetpacket } from "./darwin/lease.ts";
import { parseDarwinArp, parseNdp } from "./darwin/neighbours.ts";
import { parseNetstatCounters, parseNetstatRoutes } from "./darwin/routes.ts";
import { parseScutilDns, parseScutilProxy } from "./darwin/scutil.ts";
import { proxiesOfEnvironment } from "./proxy/environment.ts";

/** macOS: tools of the system, none of which needs an administrator or translates its output. */
export function darwinReader(): LocalReader {
  return { before, after, neighbours };
}

async function before(context: CollectContext, deadlineMs: number): Promise<LocalFacts> {
  const [ifconfig, ports, netstat, counters, dns, proxy] = await Promise.all([
    output(context, "ifconfig", ["-a"], deadlineMs),
    output(context, "networksetup", ["-listallhardwareports"], deadlineMs),
    output(context, "netstat", ["-rn"], deadlineMs),
    output(context, "netstat", ["-ibn"], deadlineMs),
    output(context, "scutil", ["--dns"], deadlineMs),
    output(context, "scutil", ["--proxy"], deadlineMs),
  ]);
  const bare = mapped(ifconfig, (text) => parseIfconfig(text, parseHardwarePorts(ports.known ? ports.value : "")));
  const packets = parseNetstatCounters(counters.known ? counters.value : "");
  const leases = bare.known ? await readLeases(context, bare.value, deadlineMs) : [];
  const environment = proxiesOfEnvironment(context.env);
  const system = parseScutilProxy(proxy.known ? proxy.value : "");
  return {
    interfaces: mapped(bare, (facts) =>
      facts.map((fact) => ({ ...withOrigin(fact, leases), counters: countersBefore(packets.get(fact.name)) })),
    ),
    leases,
    routes: mapped(netstat, parseNetstatRoutes),
    resolvers: mapped(dns, parseScutilDns),
    hostsFile: hostsFacts(systemFiles("/", context).read("/etc/hosts"), "/etc/hosts", hostname(), context.names),
    proxy: known({
      settings: [...environment.settings, ...system.settings],
      bypass: [...environment.bypass, ...system.bypass],
    }),
  };
}

async function after(context: CollectContext, deadlineMs: number): Promise<LaterFacts> {
  const [table, counters] = await Promise.all([
    neighbours(context, deadlineMs),
    output(context, "netstat", ["-ibn"], deadlineMs),
  ]);
  return { neighbours: table, counters: parseNetstatCounters(counters.known ? counters.value : "") };
}

async function neighbours(context: CollectContext, deadlineMs: number): Promise<LaterFacts["neighbours"]> {
  const [arp, ndp] = await Promise.all([
    output(context, "arp", ["-an"], deadlineMs),
    output(context, "ndp", ["-an"], deadlineMs),
  ]);
  const six = ndp.known ? parseNdp(ndp.value) : [];
  return mapped(arp, (text) => [...parseDarwinArp(text), ...six]);
}

async function readLeases(
  context: CollectContext,
  facts: readonly InterfaceFact[],
  deadlineMs: number,
): Promise<LeaseFact[]> {
  const able = facts.filter(
    ({ kind, adminUp }) => (kind === "ethernet" || kind === "wifi" || kind === "mobile") && adminUp === true,
  );
  return Promise.all(
    able.map(async ({ name, addresses }) => {
      const packet = await output(context, "ipconfig", ["getpacket", name], deadlineMs);
      const routable = addresses.some(({ family, scope }) => family === 4 && scope === "global");
      return parseGetpacket(packet.known ? packet.value : "", name, packet.known && routable);
    }),
  );
}

function withOrigin(fact: InterfaceFact, leases: readonly LeaseFact[]): InterfaceFact {
  const dhcp = leases.find((lease) => lease.interface === fact.name)?.dhcp;
  if (dhcp === undefined || dhcp === "unknown") return fact;
  const addresses = fact.addresses.map((entry) =>
    entry.family === 4 && entry.scope === "global"
      ? { ...entry, origin: dhcp ? ("dhcp" as const) : ("static" as const) }
      : entry,
  );
  return { ...fact, addresses };
}

/**
 * Output of a tool that was there and said something; its absence is "not told". An empty answer of a tool that ended
 * well is an answer.
 */
async function output(
  context: CollectContext,
  tool: string,
  args: readonly string[],
  deadlineMs: number,
): Promise<Reading<string>> {
  const result = await context.runTool(tool, args, deadlineMs);
  return result.started && (result.stdout !== "" || result.exitCode === 0)
    ? known(result.stdout)
    : notTold(`${tool} ${args.join(" ")}`);
}

function mapped<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return reading.known ? known(change(reading.value)) : reading;
}
