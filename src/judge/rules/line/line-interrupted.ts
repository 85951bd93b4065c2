import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";
import { isLossy, pooled } from "../../facts/quality.ts";
import { turnOf, type Moment, type Turn } from "../../facts/timeline.ts";
import { everySystem } from "../help.ts";
import { congestion } from "../quality/congestion.ts";
import type { Draft, Rule } from "../rule.ts";

/**
 * Something changed for good while the scan was looking: what was seen before and after that moment is no evidence of one
 * state, and nobody else is blamed for it.
 */
export const linkInterrupted: Rule = {
  cause: "LINK_INTERRUPTED",
  needs: ["link", "address"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const near = turnOf(facts.timeline.filter((one) => one.place === "gateway"));
    const all = turnOf(facts.timeline);
    const dark = facts.local.links.find((link) => link.carrier === true && link.carrierAfter === false);
    // The router falls silent together with everybody behind it: it stands between, or something nearer does.
    const turn =
      all?.direction === "lost" && isWithGateway(facts, all.atMs) ? all : dark === undefined ? null : (all ?? near);
    // Somebody else takes the answers: that is the other rule's.
    if (turn?.direction !== "lost" || facts.gateways.some((one) => one.afterClaim === true)) return null;
    // The laptop's own signal is still there: what went away is the router, or something between.
    const lit = dark === undefined && facts.local.primary?.carrierAfter === true;
    return {
      ...draftOf(facts, turn),
      ...(lit ? { culprit: "gateway" as const } : {}),
      confidence: dark === undefined ? "likely" : "certain",
      alternatives: dark === undefined ? ["GATEWAY_DOWN", "DUPLICATE_IP"] : [],
      evidence: [...(facts.local.primary === null ? [] : [facts.local.primary.id]), ...turn.ids],
    };
  },
};

/** The line behind the router, or all of it to the province's servers. */
export const lineInterrupted: Rule = {
  cause: "LINE_INTERRUPTED",
  needs: ["link", "address", "gateway", "line"],
  breaks: ["line", "names", "clock"],
  evaluate({ facts }) {
    const turn = turnOf(facts.timeline.filter(isFar));
    // A line that loses many packets all the while begins to answer late, too.
    const { gateway, lan, beyond } = facts.quality;
    if (
      turn === null ||
      isOfProvince(facts, turn) ||
      (turn.direction === "came" && isLossy(pooled([...gateway, ...lan, ...beyond])))
    )
      return null;
    const came = turn.direction === "came";
    return {
      ...draftOf(facts, turn),
      ...(came ? { impact: "hurt" as const, severity: "minor" as const } : {}),
      confidence: "likely",
      // Where nobody saw the router, it may have gone away, too, or the cable to it.
      alternatives: came ? [] : ["LINE_DOWN", ...(facts.gateways.length === 0 ? (["LINK_INTERRUPTED"] as const) : [])],
    };
  },
};

/** The servers of the province alone. */
export const datacentreInterrupted: Rule = {
  cause: "LINE_INTERRUPTED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const turn = turnOf(facts.timeline.filter((one) => one.place === "province"));
    // Servers that all connect and all hang have not gone away: something hinders what comes after the connection.
    const whole = facts.attempts.some(
      (one) =>
        one.system.scope === "province" &&
        one.endpoint.protocol === "https" &&
        one.seen.steps.firstByte?.outcome === "ok",
    );
    if (turn === null || !(whole || isPastConnecting(facts, turn))) return null;
    // Connections that come late all the while are repeated ones: many get lost.
    if (turn.direction === "came" && isLossy(pooled(facts.quality.beyond))) return null;
    // And on a line that our own pages fill, nothing comes in time.
    if (congestion(facts) !== null) return null;
    const hurt = open.filter((one) => one.system.scope === "province");
    const systems = facts.systems.filter((one) => one.scope === "province").map((one) => one.id);
    const came = turn.direction === "came";
    return {
      ...draftOf(facts, turn),
      culprit: "datacentre",
      ...(came ? { impact: "hurt" as const, severity: "minor" as const } : {}),
      confidence: "likely",
      alternatives: came ? [] : ["DATACENTRE_DOWN"],
      systems,
      explains: hurt.map((one) => one.key),
    };
  },
};

/** Did the province's servers change alone, though others beyond the line answer as well? */
function isOfProvince(facts: Facts, turn: Turn): boolean {
  return !turn.places.has("beyond") && facts.timeline.some((one) => one.place === "beyond" && one.answered);
}

/** Were connections opened before that moment, and asked for in vain after it? */
function isPastConnecting(facts: Facts, turn: Turn): boolean {
  const connects = facts.attempts.flatMap(({ system, seen: { steps } }) =>
    system.scope === "province" ? [steps.connect, steps.reconnect].filter((step) => step !== undefined) : [],
  );
  const opened = connects.some((one) => one.outcome === "ok");
  const vain = connects.filter((one) => one.code === "TIMEOUT" && one.startMs >= turn.atMs - 200);
  return opened && vain.length > 0;
}

const isFar = ({ place }: Moment): boolean => place !== "gateway";

function draftOf(facts: Facts, turn: Turn): Draft {
  const sweeping = observed(facts.evidence, "sweep").some(
    (one) => one.startMs <= turn.atMs + 500 && one.startMs + one.durationMs >= turn.atMs,
  );
  return {
    impact: "down",
    systems: everySystem(facts),
    params: {
      seconds: Math.round(turn.atMs / 100) / 10,
      direction: turn.direction,
      ...(turn.direction === "lost" && sweeping ? { sweeping: 1 } : {}),
    },
    evidence: turn.ids,
  };
}

/** Was the router asked after that moment, and silent, having answered before? */
function isWithGateway(facts: Facts, atMs: number): boolean {
  const own = facts.timeline.filter((one) => one.place === "gateway");
  const before = own.some((one) => one.answered);
  const after = own.filter((one) => one.toMs > atMs + 300);
  return before && after.length > 0 && after.every((one) => !one.answered);
}
