import { isLossy, pooled, type Series } from "../../facts/quality.ts";
import { lossEvidence, ratesDiffer } from "../../../evidence/loss.ts";
import type { Facts } from "../../facts/facts.ts";
import { everySystem, round } from "../help.ts";
import type { Rule } from "../rule.ts";
import { congestion } from "./congestion.ts";
import { datagramsOf, onlyConnections } from "./datagrams.ts";
import { lossExplains } from "./loss-explains.ts";

/** Packets get lost behind the router; the way to it is clean, or could not be measured. */
export const lineLoss: Rule = {
  cause: "LINE_LOSS",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const near = pooled(facts.quality.gateway);
    const far = facts.quality.beyond.filter((one) => one.scope !== "foreign");
    const seen = lossOf(facts, far);
    if (seen === null || isLossy(near) || congestion(facts) !== null) return null;
    const percent = round((seen.lost / seen.sent) * 100);
    // Few samples here and a few more there decide nothing.
    const measured = near.sent >= 10 && ratesDiffer(near, seen);
    return {
      confidence: measured ? "certain" : "likely",
      alternatives: measured ? [] : ["LAN_LOSS"],
      impact: "hurt",
      severity: percent >= 20 ? "major" : "minor",
      systems: everySystem(facts),
      params: {
        percent,
        lost: seen.lost,
        sent: seen.sent,
        ...(near.sent >= 10 ? { near: near.sent, nearLost: near.lost } : {}),
      },
      evidence: seen.ids,
      against: facts.quality.gateway.map((one) => one.id),
      explains: lossExplains(facts, open),
    };
  },
};

interface Loss {
  readonly sent: number;
  readonly lost: number;
  readonly ids: readonly string[];
}

/** What the line loses; null where it loses nothing, or only our own new connections. */
function lossOf(facts: Facts, far: readonly Series[]): Loss | null {
  const series = { ...pooled(far), ids: far.map((one) => one.id) };
  if (!far.every((one) => one.method === "tcp")) return isLossy(series) ? series : null;
  // New connections alone get lost: a limit on them, met by our own probes, is no loss of the line.
  if (isLossy(series)) return onlyConnections(facts) ? null : series;
  const datagrams = datagramsOf(facts);
  // A few of each are no proof apart, and are one together.
  if (series.lost < LEAST || lossEvidence(series) <= 0 || lossEvidence(datagrams) <= 0) return null;
  const both = { sent: series.sent + datagrams.sent, lost: series.lost + datagrams.lost };
  return isLossy(both) ? { ...both, ids: [...series.ids, ...datagrams.ids] } : null;
}

/** Fewer lost handshakes accuse no line. */
const LEAST = 3;
