import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/** A page came, and it is another one than expected. */
export const contentMismatch: Rule = {
  cause: "CONTENT_MISMATCH",
  needs: ["link", "address", "gateway", "line", "trust"],
  breaks: [],
  evaluate({ open }) {
    const hurt = open.filter((one) => one.stage === "content");
    if (hurt.length === 0) return null;
    const http = hurt[0]?.best?.seen.http;
    const location = http?.hops.findLast((hop) => hop.location !== null)?.location ?? null;
    return downTargets(hurt, { params: { status: http?.status ?? 0, ...(location === null ? {} : { location }) } });
  },
};
