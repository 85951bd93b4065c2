import { unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * A server, or a shield before it, that lets browsers in and no programs: reachable, and to be opened in a browser. Never
 * a fault by itself.
 */
export const programRefused: Rule = {
  cause: "PROGRAM_REFUSED",
  needs: ["link", "address", "gateway", "line", "trust"],
  breaks: [],
  evaluate({ facts, open, explained }) {
    const hurt = facts.targets.filter((one) => !explained.has(one.key) && isRefused(one, open));
    const [first] = hurt;
    if (first === undefined) return null;
    const { status, asBrowser } = first.best?.seen.http ?? {};
    return downTargets(hurt, {
      impact: "none",
      severity: "info",
      params: {
        status: status ?? 0,
        ...(asBrowser?.statusExpected === true ? { asBrowser: asBrowser.status } : {}),
        pages: unique(hurt.map(({ endpoint }) => `${endpoint.protocol}://${endpoint.host}${endpoint.path ?? "/"}`)),
      },
    });
  },
};

function isRefused(one: Target, open: readonly Target[]): boolean {
  const http = one.best?.seen.http;
  if (http === null || http === undefined) return false;
  const { asBrowser } = http;
  if (one.state === "ok")
    return asBrowser !== undefined && (http.statusExpected === false || http.bodyMatches === false);
  return open.includes(one) && one.stage === "content" && (http.challenge === true || asBrowser?.challenge === true);
}
