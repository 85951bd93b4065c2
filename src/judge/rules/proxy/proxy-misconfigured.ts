import { observed } from "../../facts/observed.ts";
import type { Rule } from "../rule.ts";
import { webSystems } from "./proxy-state.ts";

/** A proxy setting that no program can read. */
export const proxyMisconfigured: Rule = {
  cause: "PROXY_MISCONFIGURED",
  needs: [],
  breaks: [],
  evaluate({ facts }) {
    const [config] = observed(facts.evidence, "proxyConfig");
    const bad = config?.evidence.settings.filter((one) => !one.valid) ?? [];
    const [first] = bad;
    if (config === undefined || first === undefined) return null;
    return {
      impact: "hurt",
      severity: "minor",
      systems: webSystems(facts),
      params: { value: first.value, source: first.source },
      evidence: [config.id],
    };
  },
};
