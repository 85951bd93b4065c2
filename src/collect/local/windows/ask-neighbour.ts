import { macOf } from "../address.ts";
import { resolveNeighbour } from "./native/resolve-neighbour.ts";
import { readInterfaces } from "./tables.ts";

/** See `CollectContext.askNeighbour`. */
export async function askWindows(
  address: string,
  adapter: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<string | null | undefined> {
  const rows = readInterfaces([]);
  const index = rows.known ? rows.value.find((row) => row.name === adapter && !row.filter)?.index : undefined;
  if (index === undefined) return undefined;
  const mac = await resolveNeighbour(address, index, timeoutMs, signal);
  return mac === null || mac === undefined ? mac : (macOf(mac) ?? undefined);
}
