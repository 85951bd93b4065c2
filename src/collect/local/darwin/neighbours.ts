import { isIP, isIPv4 } from "node:net";
import { macOf, withoutZone } from "../address.ts";
import type { NeighbourFact } from "../facts.ts";

/** `arp -an`: `? (192.168.1.1) at 0:11:22:33:44:55 on en0 ifscope [ethernet]`. */
export function parseDarwinArp(text: string): NeighbourFact[] {
  return text.split("\n").flatMap((line) => {
    const [, address = "", hardware = "", name] = /\(([\d.]+)\) at (\S+) on (\S+)/u.exec(line) ?? [];
    const mac = macOf(hardware);
    if (
      !isIPv4(address) ||
      name === undefined ||
      /^(?:22[4-9]|23\d|255)\./u.test(address) ||
      mac === "ff:ff:ff:ff:ff:ff"
    )
      return [];
    const state = mac === null ? "incomplete" : /\bpermanent\b/u.test(line) ? "permanent" : "unknown";
    return [{ address, family: 4 as const, mac, interface: name, state, router: "unknown" as const }];
  });
}

const NDP_STATES: Readonly<Record<string, NeighbourFact["state"]>> = {
  R: "reachable",
  S: "stale",
  D: "delay",
  P: "probe",
  I: "incomplete",
  N: "incomplete",
};

/** `ndp -an`: address, hardware address, interface, expiry, state letter, flags (R: a router). */
export function parseNdp(text: string): NeighbourFact[] {
  return text.split("\n").flatMap((line) => {
    const [neighbour = "", hardware, name, expire, state, flags] = line.trim().split(/\s+/u);
    const address = withoutZone(neighbour);
    if (isIP(address) !== 6 || name === undefined || expire === "permanent") return [];
    return [
      {
        address,
        family: 6 as const,
        mac: macOf(hardware),
        interface: name,
        state: NDP_STATES[state ?? ""] ?? "unknown",
        router: (flags ?? "").includes("R"),
      },
    ];
  });
}
