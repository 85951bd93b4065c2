import { classOf } from "../../facts/address.ts";
import type { DnsServer } from "../../facts/dns.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";
import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * The way out leads to a machine that is no router, while another one of the same network brings fresh answers from the
 * Internet: that one is the router.
 */
export const wrongGateway: Rule = {
  cause: "WRONG_GATEWAY",
  needs: ["link", "address", "gateway"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const { gateway, dns, local } = facts;
    if (gateway === null || gateway.alive !== true || facts.beyondSpoke || !servesNothing(facts)) return null;
    const isNear = ({ place, address }: DnsServer): boolean =>
      place === "lan" || (!local.known && place === "beyond" && classOf(address) === "private");
    const server = dns.configured.find((one) => isNear(one) && one.state === "works");
    const fresh = server?.queries.find(
      (one) => one.evidence.purpose === "missing" && one.evidence.rcode === "NXDOMAIN",
    );
    if (server === undefined || fresh === undefined) return null;
    return {
      ...(local.primary?.manual === true ? { culprit: "laptop" as const } : {}),
      confidence: "likely",
      alternatives: ["GATEWAY_NOT_FORWARDING"],
      impact: "down",
      systems: everySystem(facts),
      params: {
        gateway: gateway.address,
        router: server.address,
        interface: local.primary?.label ?? "",
        ...(gateway.mac === null ? {} : { mac: gateway.mac }),
      },
      evidence: [gateway.id, fresh.id],
      against: gateway.for.filter((id) => id !== gateway.id),
    };
  },
};

/** A router answers for names or has a page of its own: this machine refuses both. */
function servesNothing(facts: Facts): boolean {
  const seen = observed(facts.evidence, "gateway").find((one) => one.id === facts.gateway?.id);
  const tried = seen?.evidence.tcp.filter((one) => one.outcome !== "skipped") ?? [];
  return facts.gateway?.dns !== true && tried.length > 0 && tried.every((one) => one.code === "REFUSED");
}
