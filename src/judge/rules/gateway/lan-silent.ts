import type { Rule } from "../rule.ts";
import { everySystem } from "../help.ts";
import { silentLan } from "./silent-lan.ts";

/** A link with a signal and nobody behind it: the switch's uplink, or everything beyond it, is without power. */
export const lanSilent: Rule = {
  cause: "LAN_SILENT",
  needs: ["link", "address", "gateway"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const { primary } = facts.local;
    if (primary === null || !silentLan(facts)) return null;
    const expected = facts.evidence.baseline?.devices.length ?? 0;
    return {
      confidence: expected >= 2 && facts.lan.swept ? "certain" : "likely",
      alternatives:
        expected >= 2 && facts.lan.swept
          ? []
          : ["GATEWAY_DOWN", ...(primary.manual === true ? (["STATIC_WRONG_SUBNET"] as const) : [])],
      impact: "down",
      systems: everySystem(facts),
      params: {
        interface: primary.label,
        ...(primary.heard === null ? {} : { heard: primary.heard }),
        ...(facts.gateway === null ? {} : { gateway: facts.gateway.address }),
        ...(expected === 0 ? {} : { expected }),
      },
      evidence: [primary.id, ...facts.lan.ids, ...facts.gateways.map((one) => one.id)],
    };
  },
};
