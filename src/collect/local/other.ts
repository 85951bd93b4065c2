import { known, notTold, type LocalReader } from "./facts.ts";
import { proxiesOfEnvironment } from "./proxy/environment.ts";

/** A system that the product was not made for: everything is unknown except what the environment tells. */
export function unknownSystem(platform: string): LocalReader {
  const why = notTold(`no reader for ${platform}`);
  return {
    before: (context) =>
      Promise.resolve({
        interfaces: why,
        leases: [],
        routes: why,
        resolvers: why,
        hostsFile: why,
        proxy: known(proxiesOfEnvironment(context.env)),
      }),
    after: () => Promise.resolve({ neighbours: why, counters: new Map() }),
    neighbours: () => Promise.resolve(why),
  };
}
