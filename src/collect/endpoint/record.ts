import type { Failure, Phase, Step } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import { failureWith } from "../net/failure.ts";
import type { Result } from "../net/settle.ts";
import type { EndpointEvidence, EndpointInput, EndpointObservation } from "./input.ts";

type StepName = keyof EndpointEvidence["steps"];
type Noted = Partial<Omit<EndpointEvidence, "steps">>;

/** Collects what an endpoint's probe sees; steps that were finished stay when a later one fails. */
export interface EndpointRecord {
  /** Times one step. A bad result becomes the step's outcome and, as the first one, the observation's failure. */
  step<T>(name: StepName, phase: Phase, work: () => Promise<Result<T>>): Promise<Result<T>>;
  /** Writes a step whose time was taken elsewhere. */
  timed(name: StepName, phase: Phase, durationMs: number, result: Result<unknown>): void;
  note(facts: Noted): void;
  /** What was noted so far. */
  facts(): Readonly<Omit<EndpointEvidence, "steps">>;
  /** How a step failed; undefined where it did not, or was not made. */
  failedAt(name: StepName): Step["code"];
  fail(failure: Failure): void;
  /** Time of the finished observation: the steps from first to last, waiting for slots included. */
  finish(outcome?: EndpointObservation["outcome"]): EndpointObservation;
}

export function createRecord(context: Pick<CollectContext, "elapsed">, input: EndpointInput): EndpointRecord {
  const { endpoint, system, index, family, reach } = input;
  const startMs = context.elapsed();
  const steps: EndpointEvidence["steps"] = {};
  let failure: Failure | undefined;
  let facts = nothingYet(input);
  const timed: EndpointRecord["timed"] = (name, phase, durationMs, result) => {
    const base: Step = { startMs: context.elapsed() - durationMs, durationMs, outcome: result.ok ? "ok" : "failed" };
    steps[name] = result.ok ? base : { ...base, code: result.code };
    if (!result.ok) failure ??= failureWith(phase, result.code, result.detail);
  };
  return {
    timed,
    async step(name, phase, work) {
      const from = context.elapsed();
      const result = await work();
      timed(name, phase, context.elapsed() - from, result);
      return result;
    },
    note(more) {
      facts = { ...facts, ...more };
    },
    facts: () => facts,
    failedAt: (name) => steps[name]?.code,
    fail(found) {
      failure ??= found;
    },
    finish(outcome) {
      const suffix = reach.via === "proxy" ? ":proxy" : reach.beside ? `:${reach.address}` : "";
      return {
        id: `endpoint:${system}:${String(index)}:${String(family)}${suffix}`,
        collector: "endpoint",
        target: `${endpoint.host}:${String(endpoint.port)}`,
        startMs,
        durationMs: context.elapsed() - startMs,
        outcome: outcome ?? (failure === undefined ? "ok" : "failed"),
        ...(failure === undefined ? {} : { failure }),
        evidence: { ...facts, steps },
      };
    },
  };
}

/** Before the first step. */
function nothingYet({ endpoint, system, index, family, reach }: EndpointInput): Omit<EndpointEvidence, "steps"> {
  return {
    system,
    index,
    protocol: endpoint.protocol,
    host: endpoint.host,
    port: endpoint.port,
    path: endpoint.path ?? null,
    family,
    address: reach.address,
    resolvedBy: null,
    via: reach.via,
    connectTries: 0,
    tls: null,
    http: null,
    mail: null,
    receivedAtMs: null,
  };
}
