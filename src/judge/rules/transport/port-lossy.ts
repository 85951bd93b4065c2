import { traitsOf } from "../../../profile/protocols.ts";
import { median } from "../../../base/statistics.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed, unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/** The first repetition of a lost SYN comes after a second (RFC 6298), less what clocks round away. */
const REPEATED_MS = 900;
/** Other ports must be this quick for a second to mean a loss. */
const QUICK_MS = 500;
const LEAST_ADDRESSES = 3;
const LEAST_OTHERS = 5;

interface Sample {
  readonly id: string;
  readonly port: number;
  readonly address: string;
  /** Time to open; null: it did not open. */
  readonly ms: number | null;
}

/** Packets of one port get lost on the way, whoever they are for, and those of other ports do not. */
export const portLossy: Rule = {
  cause: "PORT_LOSSY",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const samples = samplesOf(facts);
    for (const port of unique(samples.map((one) => one.port))) {
      const here = samples.filter((one) => one.port === port);
      const others = samples.filter((one) => one.port !== port);
      const hurt = open.filter((one) => isHurtAt(one, port));
      const slow = here.filter((one) => one.ms === null || one.ms >= REPEATED_MS);
      const hit = unique([...slow.map((one) => one.address), ...hurt.flatMap((one) => one.best?.address ?? [])]);
      const isLoss =
        here.some((one) => one.ms !== null) &&
        hit.length >= LEAST_ADDRESSES &&
        hit.length * 2 > unique(here.map((one) => one.address)).length &&
        slow.some((one) => one.ms !== null);
      if (hurt.length > 0 && isLoss && areUnhurt(others))
        return downTargets(hurt, {
          confidence: "likely",
          alternatives: ["LINE_LOSS"],
          params: {
            port,
            count: hit.length,
            through: unique(others.map((one) => one.port))
              .toSorted((a, b) => a - b)
              .map(String),
          },
          evidence: unique([...hurt.flatMap((one) => one.ids), ...slow.map((one) => one.id)]),
          against: unique(others.map((one) => one.id)),
        });
    }
    return null;
  },
};

function areUnhurt(others: readonly Sample[]): boolean {
  const quick = median(others.map((one) => one.ms ?? REPEATED_MS));
  const lost = others.filter((one) => one.ms === null || one.ms >= REPEATED_MS).length;
  return others.length >= LEAST_OTHERS && quick !== null && quick < QUICK_MS && lost * 20 <= others.length;
}

function isHurtAt({ best, code, stage }: Target, port: number): boolean {
  return best?.ended.port === port && code === "TIMEOUT" && ["connect", "tls", "firstByte", "body"].includes(stage);
}

/** Every connection that was tried beyond the office, each try by itself. */
function samplesOf(facts: Facts): readonly Sample[] {
  const controls = observed(facts.evidence, "control").flatMap(({ id, evidence: { address, attempts } }) =>
    attempts.flatMap(({ port, outcome, code, rttMs }) =>
      outcome === "ok" || code === "TIMEOUT" ? [{ id, port, address, ms: outcome === "ok" ? rttMs : null }] : [],
    ),
  );
  const endpoints = facts.attempts.flatMap(({ id, seen, address, via, endpoint, code }) => {
    const { connect } = seen.steps;
    const tcp = traitsOf(endpoint.protocol).transport === "tcp" && endpoint.network === "internet" && via === "direct";
    if (!tcp || address === null || connect === undefined) return [];
    const opened = connect.outcome === "ok";
    return opened || code === "TIMEOUT"
      ? [{ id, port: endpoint.port, address, ms: opened ? connect.durationMs : null }]
      : [];
  });
  return [...controls, ...endpoints];
}
