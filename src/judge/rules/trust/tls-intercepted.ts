import { unique } from "../../facts/observed.ts";
import { everySystem } from "../help.ts";
import type { Draft, Rule, RuleContext } from "../rule.ts";
import { flawOf } from "./certificate.ts";

/** Products that inspect TLS with an authority of their own, as their certificates name themselves. */
const INSPECTORS =
  /kaspersky|avast|avg\b|eset\b|bitdefender|bkav|dr\.?web|g data|fortinet|fortigate|sophos|zscaler|palo alto|netskope|mcafee|trend micro|check point|watchguard|untangle|squid|mitmproxy/iu;

/** One foreign issuer signs for everybody: an antivirus, a filter or a spy between the laptop and all servers. */
export const tlsIntercepted: Rule = {
  cause: "TLS_INTERCEPTED",
  needs: ["link", "address", "gateway", "line", "trust"],
  breaks: ["trust"],
  evaluate(context) {
    return foreignIssuer(context) ?? knownInspector(context);
  },
};

function secureOf({ facts }: RuleContext): RuleContext["facts"]["attempts"] {
  return facts.attempts.filter(
    (one) => one.endpoint.protocol === "https" && one.seen.tls !== null && one.seen.tls.chain.length > 0,
  );
}

function foreignIssuer(context: RuleContext): Draft | null {
  const { facts } = context;
  const secure = secureOf(context);
  const flawed = secure.filter((one) => ["untrusted", "incomplete", "wrongHost"].includes(flawOf(facts, one) ?? ""));
  const issuers = unique(flawed.map((one) => one.seen.tls?.chain[0]?.issuer ?? ""));
  const hosts = unique(secure.map((one) => one.seen.host));
  if (hosts.length < 2 || flawed.length < secure.length || issuers.length !== 1) return null;
  // A province may run an authority of its own for its own servers; it does not sign for the others.
  const scopes = unique(secure.map((one) => one.system.scope));
  const certain = scopes.length > 1;
  return {
    confidence: certain ? "certain" : "likely",
    alternatives: certain ? [] : ["CERT_UNTRUSTED"],
    impact: "down",
    systems: everySystem(facts),
    params: { issuer: issuers[0] ?? "", count: hosts.length, hosts },
    evidence: flawed.map((one) => one.id),
    explains: context.open.filter((one) => one.endpoint.protocol === "https").map((one) => one.key),
  };
}

// Trusted by this laptop, so browsing works; signing programs and other laptops may see it differently.
function knownInspector(context: RuleContext): Draft | null {
  const secure = secureOf(context);
  const issuers = unique(secure.map((one) => one.seen.tls?.chain[0]?.issuer ?? ""));
  const [issuer = ""] = issuers;
  const hosts = unique(secure.map((one) => one.seen.host));
  if (hosts.length < 2 || issuers.length !== 1 || !INSPECTORS.test(issuer)) return null;
  return {
    impact: "hurt",
    severity: "minor",
    systems: everySystem(context.facts),
    params: { issuer, count: hosts.length, hosts },
    evidence: secure.map((one) => one.id),
  };
}
