import type { Evidence, Observation, ObservationOf } from "../../src/evidence/schema.ts";
import { unique } from "../../src/judge/facts/observed.ts";

/** One control that says the opposite of what it said. */
export interface Flip {
  readonly name: string;
  readonly evidence: Evidence;
}

/** An address that no fixture knows. */
const ELSEWHERE = "198.18.7.7";

/** The same evidence with one control turned round, for each control: targets by address, resolvers, the known page. */
export function flips(evidence: Evidence): readonly Flip[] {
  const changed = (name: string, change: (one: Observation) => Observation): Flip => ({
    name,
    evidence: { ...evidence, observations: evidence.observations.map(change) },
  });
  const targets = evidence.observations.flatMap((seen) =>
    seen.collector === "control" && seen.outcome !== "skipped"
      ? [changed(seen.id, (one) => (one.id === seen.id && one.collector === "control" ? turned(one) : one))]
      : [],
  );
  const page = evidence.observations.flatMap((seen) =>
    seen.collector === "httpControl" && seen.evidence.matched !== "unknown"
      ? [changed(seen.id, (one) => (one.id === seen.id && one.collector === "httpControl" ? rightPage(one) : one))]
      : [],
  );
  const asked = evidence.observations.flatMap((one) =>
    one.collector === "dns" && one.evidence.role === "control" && one.evidence.purpose === "endpoint"
      ? [`${one.evidence.server} ${one.evidence.name}`]
      : [],
  );
  const names = unique(asked).map((key) =>
    changed(key, (one) => {
      const { server, name } = one.collector === "dns" ? one.evidence : { server: "", name: "" };
      return one.collector === "dns" && `${server} ${name}` === key ? otherAnswer(one) : one;
    }),
  );
  return [...targets, ...page, ...names];
}

function turned(one: ObservationOf<"control">): Observation {
  const opened = one.evidence.attempts.some((attempt) => attempt.outcome === "ok");
  const { port } = one.evidence;
  const { failure: _before, ...rest } = one;
  if (!opened)
    return {
      ...rest,
      outcome: "ok",
      evidence: { ...one.evidence, answered: true, attempts: [{ port, outcome: "ok", rttMs: 12 }] },
    };
  return {
    ...rest,
    outcome: "failed",
    failure: { phase: "connect", code: "TIMEOUT" },
    evidence: {
      ...one.evidence,
      answered: false,
      attempts: [{ port, outcome: "failed", code: "TIMEOUT", rttMs: null }],
    },
  };
}

function rightPage(one: ObservationOf<"httpControl">): Observation {
  const [first] = one.evidence.hops;
  if (one.evidence.matched === true || first === undefined)
    return { ...one, evidence: { ...one.evidence, matched: false, bodySample: "<h1>khac</h1>" } };
  const hops = [{ ...first, url: one.evidence.url, status: 200, location: null }];
  return { ...one, evidence: { ...one.evidence, hops, matched: true, bodySample: "" } };
}

/** A name that was known is denied, one that was not leads somewhere. */
function otherAnswer(one: ObservationOf<"dns">): Observation {
  const { failure: _before, ...rest } = one;
  const known = one.evidence.answers.length > 0;
  if (known)
    return {
      ...rest,
      outcome: "failed",
      failure: { phase: "resolve", code: "NXDOMAIN" },
      evidence: { ...one.evidence, rcode: "NXDOMAIN", answers: [], cnames: [] },
    };
  return {
    ...rest,
    outcome: "ok",
    evidence: {
      ...one.evidence,
      rcode: "NOERROR",
      answers: one.evidence.type === "A" ? [ELSEWHERE] : [],
      rttMs: one.evidence.rttMs ?? 20,
    },
  };
}
