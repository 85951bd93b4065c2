import type { Rule } from "../rule.ts";
import { everySystem } from "../help.ts";

/** The preferred way out leads nowhere while another gateway lives. */
export const routePrefersDeadInterface: Rule = {
  cause: "ROUTE_PREFERS_DEAD_INTERFACE",
  needs: ["link", "address"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const { local, gateways } = facts;
    const routes = local.defaults4.length > 0 ? local.defaults4 : local.defaults6;
    const [preferred] = routes;
    if (preferred === undefined || facts.beyondSpoke) return null;
    const first = gateways.find((one) => one.interface === preferred.interface && one.address === preferred.gateway);
    const other = gateways.find((one) => one.interface !== preferred.interface && one.alive === true);
    const rival = routes.find((route) => route.interface === other?.interface);
    if (
      other === undefined ||
      rival === undefined ||
      (first === undefined && preferred.gateway !== null && gateways.length < 2)
    )
      return null;
    const dead = first === undefined || first.alive === false;
    return {
      ...(dead ? {} : { confidence: "likely" as const, alternatives: ["LINE_DOWN"] as const }),
      impact: "down",
      systems: everySystem(facts),
      params: {
        interface: labelOf(facts.local.links, preferred.interface),
        other: labelOf(facts.local.links, other.interface),
        otherGateway: other.address,
        metric: preferred.metric,
        otherMetric: rival.metric,
        ...(preferred.gateway === null ? {} : { gateway: preferred.gateway }),
      },
      evidence: [
        ...(local.routesId === null ? [] : [local.routesId]),
        ...(first === undefined ? [] : [first.id]),
        other.id,
      ],
    };
  },
};

function labelOf(links: readonly { readonly name: string; readonly label: string }[], name: string): string {
  return links.find((link) => link.name === name)?.label ?? name;
}
