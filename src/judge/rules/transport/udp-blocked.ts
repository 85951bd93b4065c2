import { compareText, observed, unique } from "../../facts/observed.ts";
import { keysOf } from "../help.ts";
import type { Rule } from "../rule.ts";

/** No STUN server answers, TCP works: calls lose their direct way. */
export const udpBlocked: Rule = {
  cause: "UDP_BLOCKED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open, found }) {
    const stun = observed(facts.evidence, "stun").filter((one) => one.outcome !== "skipped" && one.evidence.address !== null && one.evidence.sent > 0);
    const down = found.includes("DATACENTRE_DOWN") ? new Set(facts.systems.filter((one) => one.scope === "province").map((one) => one.id)) : new Set<string>();
    const asked = stun.filter((one) => one.evidence.system === null || !down.has(one.evidence.system));
    if (asked.length === 0 || asked.some((one) => one.evidence.received > 0) || !facts.contacts.some((one) => one.transport === "tcp" && one.open === true)) return null;
    const servers = unique(asked.map((one) => `${one.evidence.host}:${one.evidence.port}`)).toSorted(compareText);
    const counted = new Set(facts.systems.map((one) => one.id));
    const systems = unique(asked.flatMap((one) => (one.evidence.system !== null && counted.has(one.evidence.system) ? [one.evidence.system] : [])));
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
