import { addressesOf } from "../transport/groups.ts";
import { downTargets, hostsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { isSilent, placesOfTslcd, showsLife } from "./places.ts";

/** The office's router of that line lives, and nothing behind it answers. */
export const tslcdLineDown: Rule = {
  cause: "TSLCD_LINE_DOWN",
  needs: ["link", "address", "gateway"],
  breaks: [],
  evaluate({ facts, open }) {
    const { near, far } = placesOfTslcd(facts);
    const routers = near.filter((one) => one.state === "ok" || showsLife(facts, one));
    const hurt = far.filter((one) => isSilent(one) && open.includes(one));
    if (routers.length === 0 || hurt.length === 0 || hurt.length < far.length) return null;
    const alone = addressesOf(hurt).length < 2;
    return downTargets(hurt, {
      confidence: alone ? "likely" : "certain",
      alternatives: alone ? ["SERVER_DOWN"] : [],
      against: routers.flatMap((one) => one.ids),
      params: { routers: hostsOf(routers) },
    });
  },
};
