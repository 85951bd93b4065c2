import { isIP, isIPv4 } from "node:net";
import { cidrOf, withoutZone } from "../address.ts";
import type { RouteFact } from "../facts.ts";
import { familyOf } from "../../../base/family.ts";

/**
 * Routes from `netstat -rn`: destination (shortened: `10.0.1/24`, `192.168.7`, `default`), gateway, flags, interface.
 * The metric is not shown.
 */
export function parseNetstatRoutes(text: string): RouteFact[] {
  let six = false;
  return text.split("\n").flatMap((line) => {
    if (/^Internet6?:/u.test(line)) six = line.startsWith("Internet6");
    const [destination = "", gateway = "", flags = "", ...rest] = line.trim().split(/\s+/u);
    // Older systems print reference counts between the flags and the interface.
    const name = rest.find((word) => /^[a-z]+\d+$/iu.test(word));
    // H: one host (neighbours are listed so); m, b: multicast, broadcast; R, B: rejected, swallowed.
    if (name === undefined || !/^U[A-Za-z]*$/u.test(flags) || /[mbRB]/u.test(flags) || name.startsWith("lo")) return [];
    const network = destinationOf(destination, six);
    if (network === null || (flags.includes("H") && !flags.includes("G"))) return [];
    const via = isIP(gateway) === 0 ? null : withoutZone(gateway);
    // Every tunnel of the system's own carries a default route by way of "fe80::", which leads nowhere.
    if (via === "fe80::" || (via === null && /\/(?:32|128)$/u.test(network))) return [];
    // I: used only by programs that ask for this interface; the others come first.
    return [
      {
        family: familyOf(network.replace(/\/.*$/u, "")),
        destination: network,
        gateway: via,
        interface: name,
        metric: flags.includes("I") ? 1 : 0,
      },
    ];
  });
}

function destinationOf(text: string, six: boolean): string | null {
  if (text === "default") return six ? "::/0" : "0.0.0.0/0";
  const [host = "", length] = text.replace(/%[\w.]+/u, "").split("/");
  if (six) return isIP(host) === 6 ? cidrOf(host, Number(length ?? 128)) : null;
  const parts = host.split(".");
  const full = [...parts, "0", "0", "0"].slice(0, 4).join(".");
  return isIPv4(full) ? cidrOf(full, length === undefined ? parts.length * 8 : Number(length)) : null;
}

/** Packet counters by interface from `netstat -ibn`; the row with `<Link#N>` has those of the interface itself. */
export function parseNetstatCounters(
  text: string,
): ReadonlyMap<string, { rxPackets: number; rxErrors: number; txPackets: number; txErrors: number }> {
  const found = new Map<string, { rxPackets: number; rxErrors: number; txPackets: number; txErrors: number }>();
  for (const line of text.split("\n")) {
    const words = line.trim().split(/\s+/u);
    if (!(words[2] ?? "").startsWith("<Link#")) continue;
    // Ipkts Ierrs Ibytes Opkts Oerrs Obytes Coll, counted from the end: the hardware address may be missing.
    const [rxPackets, rxErrors, , txPackets, txErrors] = words.slice(-7).map(Number);
    if (
      rxPackets === undefined ||
      rxErrors === undefined ||
      txPackets === undefined ||
      txErrors === undefined ||
      Number.isNaN(txPackets + rxPackets)
    )
      continue;
    found.set((words[0] ?? "").replace("*", ""), {
      rxPackets,
      rxErrors: rxErrors || 0,
      txPackets,
      txErrors: txErrors || 0,
    });
  }
  return found;
}
