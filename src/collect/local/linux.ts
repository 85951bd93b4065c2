import { hostname } from "node:os";
import { NOT_RUN, type CollectContext } from "../context/context.ts";
import { known, notTold } from "./facts.ts";
import type {
  InterfaceFact,
  LaterFacts,
  LocalFacts,
  LocalReader,
  NeighbourFact,
  ProxyFacts,
  Reading,
} from "./facts.ts";
import { systemFiles, type SystemFiles } from "./files.ts";
import { hostsFacts } from "./hosts.ts";
import { readLeases } from "./linux/lease-sources.ts";
import { readLinks, type LinuxLink } from "./linux/links.ts";
import {
  parseProcNetArp,
  parseProcNetDev,
  parseProcNetIpv6Route,
  parseProcNetRoute,
  parseProcNetWireless,
} from "./linux/proc-net.ts";
import { readResolvers } from "./linux/resolvers.ts";
import { readSsid } from "./linux/wifi.ts";
import { proxiesOfEnvironment } from "./proxy/environment.ts";
import { parseGnomeProxy } from "./proxy/gnome.ts";

/**
 * Linux: files of /proc, /sys, /etc and /run, and one call of `ip`, which alone tells addresses of an interface without
 * a signal and whether an address came with a lifetime. Works without `ip` and tells less.
 * @param root "/", or a folder with the files of a recorded machine
 */
export function linuxReader(root = "/"): LocalReader {
  return {
    before: (context, deadlineMs, detail) =>
      before(systemFiles(root, context), detail === "way" ? withoutTools(context) : context, deadlineMs),
    after: (context, deadlineMs) => after(systemFiles(root, context), context, deadlineMs),
    neighbours: (context, deadlineMs) => linuxNeighbours(systemFiles(root, context), context, deadlineMs),
  };
}

async function before(files: SystemFiles, context: CollectContext, deadlineMs: number): Promise<LocalFacts> {
  // The files are read while the program runs.
  const running = Promise.all([context.runTool("ip", ["-j", "addr"], deadlineMs), readGnome(context, deadlineMs)]);
  const text = (file: string): string | null => {
    const result = files.read(file);
    return result.state === "read" ? result.text : null;
  };
  const dev = text("/proc/net/dev");
  const route4 = text("/proc/net/route");
  const routes = [...parseProcNetRoute(route4 ?? ""), ...parseProcNetIpv6Route(text("/proc/net/ipv6_route") ?? "")];
  const rest = {
    routes: route4 === null ? notTold("/proc/net/route") : known(routes),
    resolvers: readResolvers(files),
    hostsFile: hostsFacts(files.read("/etc/hosts"), "/etc/hosts", hostname(), context.names),
  };
  const [ip, gnome] = await running;
  const addresses = ip.started ? (await import("./linux/ip-json.ts")).parseIpAddr(ip.stdout) : null;
  const links =
    dev === null
      ? null
      : readLinks(files, {
          counters: parseProcNetDev(dev),
          ip: addresses,
          ifInet6: text("/proc/net/if_inet6") ?? "",
          defaultRoutes: new Set(
            routes.filter(({ destination }) => destination.endsWith("/0")).map((entry) => entry.interface),
          ),
          wireless: parseProcNetWireless(text("/proc/net/wireless") ?? ""),
        });
  const leases = await readLeases(files, context, links ?? [], deadlineMs);
  const leased = new Set(leases.map(({ address }) => address));
  const facts = await Promise.all((links ?? []).map((link) => finished(context, link, leased, deadlineMs)));
  return {
    interfaces: links === null ? notTold("/proc/net/dev") : known(facts),
    leases: leases.map(({ fact }) => fact),
    ...rest,
    proxy: known(merged(proxiesOfEnvironment(context.env), gnome)),
  };
}

/** The desktop's proxy is part of the way; programs that tell more of interfaces and leases are not. */
function withoutTools(context: CollectContext): CollectContext {
  return {
    ...context,
    runTool: (tool, args, timeoutMs) =>
      tool === "gsettings" ? context.runTool(tool, args, timeoutMs) : Promise.resolve(NOT_RUN),
  };
}

type Leased = ReadonlySet<string | null>;

/** With what only the lease and the radio tell. */
async function finished(
  context: CollectContext,
  { fact }: LinuxLink,
  leased: Leased,
  deadlineMs: number,
): Promise<InterfaceFact> {
  const addresses = fact.addresses.map((entry) =>
    leased.has(entry.address) ? { ...entry, origin: "dhcp" as const } : entry,
  );
  if (fact.wifi === null || fact.carrier !== true) return { ...fact, addresses };
  return { ...fact, addresses, wifi: { ...fact.wifi, ssid: await readSsid(context, fact.name, deadlineMs) } };
}

// Settings of a desktop count only inside its session; without one the program would start a bus of its own.
async function readGnome(context: CollectContext, deadlineMs: number): Promise<ProxyFacts> {
  if (context.env["DBUS_SESSION_BUS_ADDRESS"] === undefined) return { settings: [], bypass: [] };
  const result = await context.runTool("gsettings", ["list-recursively", "org.gnome.system.proxy"], deadlineMs);
  return parseGnomeProxy(result.stdout);
}

function merged(first: ProxyFacts, second: ProxyFacts): ProxyFacts {
  return { settings: [...first.settings, ...second.settings], bypass: [...first.bypass, ...second.bypass] };
}

/** The kernel refuses to tell of an adapter that is switched off. */
function carriersOf(files: SystemFiles, names: readonly string[]): ReadonlyMap<string, boolean> {
  const told = names.flatMap((name) => {
    const seen = files.read(`/sys/class/net/${name}/carrier`);
    return seen.state === "read" ? [[name, seen.text.trim() === "1"] as const] : [];
  });
  return new Map(told);
}

async function after(files: SystemFiles, context: CollectContext, deadlineMs: number): Promise<LaterFacts> {
  const neighbours = await linuxNeighbours(files, context, deadlineMs);
  const dev = files.read("/proc/net/dev");
  const counters = parseProcNetDev(dev.state === "read" ? dev.text : "");
  return { neighbours, counters, carriers: carriersOf(files, [...counters.keys()]) };
}

/** `ip -j neigh` for both families with their states; /proc/net/arp where there is no such program. */
async function linuxNeighbours(
  files: SystemFiles,
  context: CollectContext,
  deadlineMs: number,
): Promise<Reading<readonly NeighbourFact[]>> {
  const result = await context.runTool("ip", ["-j", "neigh"], deadlineMs);
  const { parseIpNeigh } = await import("./linux/ip-json.ts");
  const told = result.exitCode === 0 ? parseIpNeigh(result.stdout.trim() === "" ? "[]" : result.stdout) : null;
  if (told !== null) return known(told);
  const arp = files.read("/proc/net/arp");
  return arp.state === "read" ? known(parseProcNetArp(arp.text)) : notTold("ip neigh, /proc/net/arp");
}
