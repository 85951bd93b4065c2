import { startBlackHoles } from "./servers/black-hole.ts";
import type { Place } from "./servers/listen.ts";
import { refusingPort } from "./servers/refuse.ts";

/** Places of the practice office that answer nobody. */
export interface Silence {
  /** In the order asked for, ports filled in. */
  readonly places: readonly Place[];
  /** True for a place that only counts as silent: the scan must not ask the system, which would answer. */
  swallows(address: string, port: number): boolean;
  close(): Promise<void>;
}

/**
 * Makes places silent: with real ports where the system lets an ordinary user do that. Windows does not, it refuses for
 * a full queue and has accepted thirty connections before; there nothing is started, and the scan is told which places
 * swallow what comes.
 * @throws Error when a place cannot be had
 */
export async function startSilence(places: readonly Place[], platform: NodeJS.Platform): Promise<Silence> {
  if (platform !== "win32") return { ...(await startBlackHoles(places)), swallows: () => false };
  const found = await Promise.all(
    places.map(async (place) => (place.port === 0 ? refusingPort(place.address) : place)),
  );
  return {
    places: found,
    swallows: (address, port) => found.some((place) => place.address === address && place.port === port),
    close: () => Promise.resolve(),
  };
}
