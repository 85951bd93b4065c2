import type { Cause } from "../../../text/causes/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Target } from "../../facts/target.ts";
import { downTargets } from "../help.ts";
import type { Draft, Rule } from "../rule.ts";

interface AnswerFault {
  /** It says nothing where the certificates of all servers are somebody else's. */
  readonly ofTrust?: boolean;
  readonly fails: (one: Target) => boolean;
  /** What is particular about these; null where they do not suffice. */
  readonly tell: (hurt: readonly [Target, ...Target[]], facts: Facts) => Partial<Draft> | null;
}

/** A rule for one way in which open targets fail after the connection. */
export function answerRule(cause: Cause, { ofTrust = false, fails, tell }: AnswerFault): Rule {
  return {
    cause,
    needs: ["link", "address", "gateway", "line", ...(ofTrust ? (["trust"] as const) : [])],
    breaks: [],
    evaluate({ facts, open }) {
      const [first, ...rest] = open.filter(fails);
      if (first === undefined) return null;
      const particular = tell([first, ...rest], facts);
      return particular === null ? null : downTargets([first, ...rest], particular);
    },
  };
}

/** Certain where a control worked; else what it could be as well. */
export function orElse(worked: boolean, alternatives: readonly Cause[]): Pick<Draft, "confidence" | "alternatives"> {
  return worked ? { confidence: "certain", alternatives: [] } : { confidence: "likely", alternatives };
}
