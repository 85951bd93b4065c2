import type { Cause } from "../../../text/causes/index.ts";
import { unique } from "../../facts/observed.ts";
import type { Rule } from "../rule.ts";
import { falseAnswers, type FalseAnswer } from "./false-answers.ts";
import { keysUsing, systemsUsing } from "./resolution.ts";

/** A rule for one kind of false answer. */
export function falseAnswerRule(
  cause: Extract<Cause, "DNS_HIJACK" | "DNS_STALE_RECORD">,
  kind: FalseAnswer["kind"],
  other: Cause,
): Rule {
  return {
    cause,
    needs: ["link", "address", "gateway", "line", "names"],
    breaks: [],
    evaluate({ facts }) {
      const found = falseAnswers(facts).filter((one) => one.kind === kind);
      const [first] = found;
      if (first === undefined) return null;
      const hosts = found.map((one) => one.host);
      const certain = found.every((one) => one.how === "special" && one.confidence === "certain");
      return {
        confidence: certain ? "certain" : "likely",
        alternatives: certain ? [] : [other, ...unique(found.flatMap((one) => one.instead ?? []))],
        impact: "down",
        systems: systemsUsing(facts, hosts),
        params: {
          names: hosts,
          how: first.how,
          server: facts.dns.configured[0]?.label ?? "",
          ...(first.given.length === 0 ? {} : { given: unique(found.flatMap((one) => one.given)) }),
          ...(first.deniers === undefined ? {} : { deniers: unique(found.flatMap((one) => one.deniers ?? [])) }),
          ...(first.right.length === 0 ? {} : { right: unique(found.flatMap((one) => one.right)) }),
        },
        evidence: unique(found.flatMap((one) => one.evidence)),
        explains: keysUsing(facts, hosts),
      };
    },
  };
}
