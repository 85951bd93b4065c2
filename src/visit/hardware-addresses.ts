import type { Evidence } from "../evidence/schema.ts";

/** Hardware addresses of the computer that was scanned, as far as they were read; of cables where it has any. */
export function hardwareAddresses({ observations }: Evidence): string[] {
  const adapters = observations.flatMap((one) => (one.collector === "interface" ? [one.evidence] : []));
  const cables = adapters.filter(({ kind }) => kind === "ethernet");
  // Windows may give a wireless adapter another address each day.
  const chosen = cables.length > 0 ? cables : adapters.filter(({ kind }) => kind !== "loopback");
  return [...new Set(chosen.flatMap(({ mac }) => (mac === null ? [] : [mac.toLowerCase()])))].toSorted();
}
