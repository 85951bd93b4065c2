import type { OfficePlan } from "./plan.ts";
import type { Authority } from "./servers/authority.ts";
import { startHttps } from "./servers/https.ts";
import { startSilence, type Silence } from "./silence.ts";
import type { Started } from "./start.ts";

export type Decoy = Pick<Silence, "swallows" | "close">;

/**
 * What stands where a false address leads: a stranger's site, or nothing that answers, on the very port of the true
 * server, because a name that is sent elsewhere takes its port along.
 */
export async function startDecoy(
  plan: OfficePlan,
  places: Started,
  foreign: Authority,
  now: () => number,
  platform: NodeJS.Platform,
): Promise<Decoy | null> {
  const { decoy, elsewhere } = plan;
  const truth = decoy === null ? undefined : places.get(decoy.service);
  if (decoy === null || truth === undefined) return null;
  const address = decoy.kind === "stranger" ? elsewhere.wrong : elsewhere.old;
  // Where every host shares one address (macOS) there is no elsewhere; the false answer alone has to do.
  if (address === truth.address) return null;
  const place = { address, port: truth.port };
  if (decoy.kind === "blackHole") return startSilence([place], platform);
  const identity = await foreign.leaf({ names: ["quangcao.luyentap.test"] });
  const site = await startHttps({
    ...place,
    identity,
    now,
    behaviour: { body: "<!doctype html><title>Quảng cáo</title>\n" },
  });
  return { swallows: () => false, close: () => site.close() };
}
