import { isIPv4 } from "node:net";
import { macOf } from "../address.ts";
import type { NeighbourFact } from "../facts.ts";
import { isGroup } from "./facts/neighbours.ts";

/** No line of it is longer; the patterns take their time with longer ones. */
const LONGEST_LINE = 300;

/**
 * `arp -a`: blocks `<own address> --- 0x<index>`, rows of address, hardware address and a word for dynamic or static in
 * the system's language.
 */
export function parseWindowsArp(text: string, nameOf: (address: string) => string | null): NeighbourFact[] {
  let own = "";
  return text.split(/\r?\n/u).flatMap((line) => {
    if (line.length > LONGEST_LINE) return [];
    own = /([\d.]+)\s+---\s+0x[0-9a-f]+/iu.exec(line)?.[1] ?? own;
    const [, address = "", hardware] = /^\s*([\d.]+)\s+([0-9a-f]{2}(?:-[0-9a-f]{2}){5})\s/iu.exec(line) ?? [];
    const mac = macOf(hardware);
    if (!isIPv4(address) || mac === null || isGroup(address, mac)) return [];
    return [
      {
        address,
        family: 4 as const,
        mac,
        interface: nameOf(own) ?? own,
        state: "unknown" as const,
        router: "unknown" as const,
      },
    ];
  });
}
