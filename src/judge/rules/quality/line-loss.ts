import { isLossy, pooled } from "../../facts/quality.ts";
import { everySystem, round } from "../help.ts";
import type { Rule } from "../rule.ts";
import { congestion } from "./congestion.ts";
import { datagramsAllPass } from "./datagrams.ts";
import { lossExplains } from "./loss-explains.ts";

/** Packets get lost behind the router; the way to it is clean, or could not be measured. */
export const lineLoss: Rule = {
  cause: "LINE_LOSS",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const near = pooled(facts.quality.gateway);
    const far = facts.quality.beyond.filter((one) => one.scope !== "foreign");
    const seen = pooled(far);
    if (!isLossy(seen) || isLossy(near) || congestion(facts) !== null) return null;
    // New connections alone get lost: a limit on them, met by our own probes, is no loss of the line.
    if (far.every((one) => one.method === "tcp") && datagramsAllPass(facts)) return null;
    const percent = round((seen.lost / seen.sent) * 100);
    const measured = near.sent >= 10;
    return {
      confidence: measured ? "certain" : "likely",
      alternatives: measured ? [] : ["LAN_LOSS"],
      impact: "hurt",
      severity: percent >= 20 ? "major" : "minor",
      systems: everySystem(facts),
      params: { percent, lost: seen.lost, sent: seen.sent },
      evidence: far.map((one) => one.id),
      against: facts.quality.gateway.map((one) => one.id),
      explains: lossExplains(facts, open),
    };
  },
};
