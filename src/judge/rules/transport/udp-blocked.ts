import { compareText, observed, unique } from "../../facts/observed.ts";
import { keysOf } from "../help.ts";
import { oneAddress } from "../names/one-address.ts";
import type { Rule } from "../rule.ts";

/** No STUN server answers, TCP works: calls lose their direct way. */
export const udpBlocked: Rule = {
  cause: "UDP_BLOCKED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const stun = observed(facts.evidence, "stun").filter(
      (one) =>
        one.outcome !== "skipped" &&
        one.evidence.address !== null &&
        one.evidence.sent > 0 &&
        // "No such port" came back: datagrams pass, and nobody is there.
        one.failure?.code !== "PORT_UNREACHABLE",
    );
    // A server that is silent over TCP too is dead, or its whole group is: another rule's business.
    const isDead = (address: string | null): boolean => {
      const tcp = facts.contacts.filter(
        (one) => one.transport === "tcp" && one.address === address && one.open !== "unknown",
      );
      return tcp.length > 0 && tcp.every((one) => one.spoke === false);
    };
    // Names that all lead to one address say nothing of datagrams.
    const misled = oneAddress(facts);
    const asked = stun.filter(
      ({ evidence: { address } }) => !isDead(address) && (misled === null || address !== misled),
    );
    // Over the same family: where IPv4 is dead as a whole, IPv6 says nothing about UDP.
    const families = new Set(asked.map((one) => (one.evidence.address?.includes(":") === true ? 6 : 4)));
    const tcpWorks = facts.contacts.some(
      (one) => one.transport === "tcp" && one.open === true && families.has(one.family),
    );
    if (asked.length === 0 || asked.some((one) => one.evidence.received > 0) || !tcpWorks) return null;
    const servers = unique(asked.map((one) => `${one.evidence.host}:${one.evidence.port}`)).toSorted(compareText);
    const counted = new Set(facts.systems.map((one) => one.id));
    const systems = unique(
      asked.flatMap((one) =>
        one.evidence.system !== null && counted.has(one.evidence.system) ? [one.evidence.system] : [],
      ),
    );
    const alone = unique(asked.map((one) => one.evidence.address)).length < 2;
    return {
      confidence: alone ? "likely" : "certain",
      alternatives: alone ? ["SERVER_DOWN"] : [],
      impact: systems.length > 0 ? "down" : "none",
      ...(systems.length > 0 ? {} : { severity: "minor" as const }),
      systems: systems.toSorted(compareText),
      params: { servers, sent: asked.reduce((sum, one) => sum + one.evidence.sent, 0) },
      evidence: asked.map((one) => one.id),
      explains: keysOf(open.filter((one) => one.endpoint.protocol === "stun")),
    };
  },
};
