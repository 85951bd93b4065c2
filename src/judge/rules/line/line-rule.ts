import { unique } from "../../facts/observed.ts";
import { everySystem } from "../help.ts";
import type { Part, Rule } from "../rule.ts";
import { lineDiagnosis, type LineDiagnosis } from "./diagnosis.ts";

/** A rule for one of the ways in which everything beyond the router can be silent. */
export function lineRule(cause: LineDiagnosis["cause"]): Rule {
  const breaks: readonly Part[] = cause === "GATEWAY_NOT_FORWARDING" ? ["line", "clock"] : ["line", "names", "clock"];
  return {
    cause,
    // Who shares the address with another machine hears others' answers: nobody behind the router is to blame for those.
    needs: ["link", "address", "gateway", "line"],
    breaks,
    evaluate({ facts }) {
      const found = lineDiagnosis(facts);
      if (found?.cause !== cause) return null;
      const asked = unique(facts.silent.map((one) => `${one.address}:${one.port}`));
      return {
        confidence: found.confidence,
        alternatives: found.alternatives,
        impact: "down",
        systems: everySystem(facts),
        params: {
          ...found.params,
          silent: asked.length,
          ...(facts.gateway === null ? {} : { gateway: facts.gateway.address }),
        },
        evidence: unique([...found.evidence, ...facts.silent.map((one) => one.id)]),
        against: facts.gateway?.for ?? [],
      };
    },
  };
}
