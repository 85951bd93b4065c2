import type { Target } from "../../facts/target.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/** How servers say it in words (nginx 400, 495, 496; IIS 403.7; Apache). */
const WORDS =
  /no required ssl certificate|client certificate (?:is )?required|ssl client certificate|403\.7\b|certificate_required/iu;
const STATUSES: ReadonlySet<number> = new Set([495, 496]);

/** The server asks for the user's certificate: to be tried with the signing token, and no fault. */
export const clientCertificateNeeded: Rule = {
  cause: "CLIENT_CERTIFICATE_NEEDED",
  needs: ["link", "address", "gateway", "line", "trust"],
  breaks: [],
  evaluate({ open }) {
    const hurt = open.filter(asksForCertificate);
    return hurt.length === 0 ? null : downTargets(hurt, { impact: "none", severity: "info" });
  },
};

function asksForCertificate({ code, best }: Target): boolean {
  if (code === "CLIENT_CERTIFICATE") return true;
  const http = best?.seen.http;
  if (http === null || http === undefined) return false;
  return STATUSES.has(http.status) || ((http.status === 400 || http.status === 403) && WORDS.test(http.bodySample));
}
