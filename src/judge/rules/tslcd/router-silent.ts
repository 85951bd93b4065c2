import { downTargets, hostsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { isSilent, placesOfTslcd, showsLife } from "./places.ts";

/** The laptop is in one network with the line's router, others of it answer, and the router does not. */
export const tslcdRouterSilent: Rule = {
  cause: "TSLCD_ROUTER_SILENT",
  needs: ["link", "address", "gateway"],
  breaks: [],
  evaluate({ facts, open }) {
    const { near, far } = placesOfTslcd(facts);
    const dead = near.filter((one) => isSilent(one) && !showsLife(facts, one) && open.includes(one));
    // A router that keeps silent and passes everything on is well.
    if (dead.length === 0 || dead.length < near.length || far.some((one) => one.state === "ok")) return null;
    const others = facts.lan.stations.length + facts.gateways.filter((one) => one.alive === true).length;
    return downTargets([...dead, ...far.filter((one) => open.includes(one))], {
      confidence: others > 0 && facts.lan.known ? "certain" : "likely",
      params: { hosts: hostsOf(dead), ...(others === 0 ? {} : { others }) },
    });
  },
};
