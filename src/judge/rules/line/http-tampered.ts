import { observed, unique } from "../../facts/observed.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * Plain pages of several hosts come back as one and the same strange page while encrypted ones are left alone: somebody
 * rewrites them on the way.
 */
export const httpTampered: Rule = {
  cause: "HTTP_TAMPERED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, explained }) {
    const page = observed(facts.evidence, "httpControl").find(
      (one) => one.evidence.matched === false && one.evidence.bodySample.trim() !== "",
    );
    if (page === undefined) return null;
    const same = facts.targets.filter(
      (one) =>
        !explained.has(one.key) &&
        one.best?.seen.tls === null &&
        one.best.seen.http?.bodySample === page.evidence.bodySample &&
        one.best.seen.host !== hostOf(page.evidence.url),
    );
    if (unique(same.map((one) => one.endpoint.host)).length === 0) return null;
    return downTargets(same, { evidence: [page.id, ...same.flatMap((one) => one.ids)] });
  },
};

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
