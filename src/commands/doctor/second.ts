import { isIP } from "node:net";
import { z } from "zod";
import type { CollectContext } from "../../collect/context/context.ts";
import { parseIpAddr, parseIpNeigh } from "../../collect/local/linux/ip-json.ts";
import { parseWindowsArp } from "../../collect/local/windows/arp.ts";
import { parseIpconfig } from "../../collect/local/windows/ipconfig.ts";
import { parseRoutePrint } from "../../collect/local/windows/routes.ts";

/** The same facts as the system's own tools tell them; null where a tool is missing or says nothing. */
export interface SecondSource {
  /** IPv4 addresses by name of the adapter. */
  readonly addresses: ReadonlyMap<string, readonly string[]> | null;
  readonly gateways: readonly string[] | null;
  /** Hardware address by IPv4 address. */
  readonly neighbours: ReadonlyMap<string, string> | null;
  readonly resolvers: readonly string[] | null;
}

const TOOL_MS = 4000;
const NOTHING: SecondSource = { addresses: null, gateways: null, neighbours: null, resolvers: null };

/** Asks the tools that a technician would open a window for. */
export async function secondSource(context: CollectContext): Promise<SecondSource> {
  if (context.platform === "linux") return await byIp(context);
  return context.platform === "win32" ? await byIpconfig(context) : NOTHING;
}

const routes = z.array(z.object({ dst: z.string(), gateway: z.string().optional() }));

async function byIp(context: CollectContext): Promise<SecondSource> {
  const [addr, route, neigh, dns] = await Promise.all([
    said(context, "ip", "-j", "addr"),
    said(context, "ip", "-j", "route"),
    said(context, "ip", "-j", "neigh"),
    said(context, "resolvectl", "dns"),
  ]);
  const told = addr === null ? null : parseIpAddr(addr);
  const read = route === null ? null : routes.safeParse(json(route));
  const table = neigh === null ? null : parseIpNeigh(neigh.trim() === "" ? "[]" : neigh);
  return {
    addresses:
      told === null
        ? null
        : new Map(
            told.map((one) => [one.ifname, one.addr_info.flatMap(({ local }) => (isIP(local) === 4 ? [local] : []))]),
          ),
    gateways:
      read?.success === true ? read.data.flatMap((one) => (one.dst === "default" ? (one.gateway ?? []) : [])) : null,
    neighbours: table === null ? null : macs(table),
    resolvers: dns === null ? null : dns.split(/\s+/u).filter((word) => isIP(word) !== 0),
  };
}

async function byIpconfig(context: CollectContext): Promise<SecondSource> {
  const [ipconfig, route, arp] = await Promise.all([
    said(context, "ipconfig", "/all"),
    said(context, "route", "print", "-4"),
    said(context, "arp", "-a"),
  ]);
  const read = ipconfig === null ? [] : parseIpconfig(ipconfig);
  // Output of which nothing was understood says nothing.
  const adapters = read.length === 0 ? null : read;
  const nobody = (): null => null;
  return {
    addresses:
      adapters === null
        ? null
        : new Map(adapters.map(({ fact }) => [fact.name, fact.addresses.filter(isFour).map((one) => one.address)])),
    gateways:
      route === null
        ? null
        : parseRoutePrint(route, nobody).flatMap((one) => (one.destination === "0.0.0.0/0" ? (one.gateway ?? []) : [])),
    neighbours: arp === null ? null : macs(parseWindowsArp(arp, nobody)),
    resolvers: adapters === null ? null : adapters.flatMap(({ dns }) => dns),
  };
}

function isFour({ family }: { readonly family: number }): boolean {
  return family === 4;
}

function macs(
  table: readonly { readonly address: string; readonly mac: string | null }[],
): ReadonlyMap<string, string> {
  return new Map(table.flatMap(({ address, mac }) => (mac === null || address.includes(":") ? [] : [[address, mac]])));
}

/** What a tool wrote; null where it is missing, failed, or said nothing at all. */
async function said(context: CollectContext, tool: string, ...args: readonly string[]): Promise<string | null> {
  const result = await context.runTool(tool, args, TOOL_MS);
  return result.started && result.exitCode === 0 && result.stdout.trim() !== "" ? result.stdout : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
