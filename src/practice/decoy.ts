import type { OfficePlan } from "./plan.ts";
import type { Authority } from "./servers/authority.ts";
import { startBlackHole } from "./servers/black-hole.ts";
import { startHttps } from "./servers/https.ts";
import type { Running } from "./servers/listen.ts";
import type { Started } from "./start.ts";

/**
 * What stands where a false address leads: a stranger's site, or nothing that answers, on the very port of the true server, because a
 * name that is sent elsewhere takes its port along.
 */
export async function startDecoy(plan: OfficePlan, places: Started, foreign: Authority, now: () => number): Promise<Running | null> {
  const { decoy, elsewhere } = plan;
  const truth = decoy === null ? undefined : places.get(decoy.service);
  if (decoy === null || truth === undefined) return null;
  const address = decoy.kind === "stranger" ? elsewhere.wrong : elsewhere.old;
  // Where every host shares one address (macOS) there is no elsewhere; the false answer alone has to do.
  if (address === truth.address) return null;
  const place = { address, port: truth.port };
  if (decoy.kind === "blackHole") return startBlackHole(place);
  const identity = await foreign.leaf({ names: ["quangcao.luyentap.test"] });
  return startHttps({ ...place, identity, now, behaviour: { body: "<!doctype html><title>Quảng cáo</title>\n" } });
}
