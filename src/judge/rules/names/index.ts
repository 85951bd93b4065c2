import type { Rule } from "../rule.ts";
import { deadNamesRule } from "./dead-resolvers.ts";
import { dnsAaaaSilent } from "./dns-aaaa-silent.ts";
import { dnsFirstServerDead } from "./dns-first-server-dead.ts";
import { dnsForged } from "./dns-forged.ts";
import { dnsLossy } from "./dns-lossy.ts";
import { dnsNameMissing } from "./dns-name-missing.ts";
import { dnsNxdomainRewrite } from "./dns-nxdomain-rewrite.ts";
import { dnsSlow } from "./dns-slow.ts";
import { dnsZoneServfail } from "./dns-zone-servfail.ts";
import { falseAnswerRule } from "./false-answer-rule.ts";

/** Resolvers and what they say: first all of them useless, then some names, then names that work and lie. */
export const names: readonly Rule[] = [
  /** The laptop asks itself, and nobody is there: left behind by a VPN, a filter, an ad blocker. */
  deadNamesRule("LOCAL_DNS_DEAD"),
  /** Answers are cut short, and the port for whole ones is shut. */
  deadNamesRule("DNS_TCP_BLOCKED"),
  /** It knows no name at all, not even one that surely exists: names as a whole are fenced off or rewritten here. */
  deadNamesRule("DNS_NAMES_FENCED"),
  /** The office's own DNS proxy is gone while the way through the router works. */
  deadNamesRule("DNS_FORWARDER_DEAD"),
  /** No resolver outside the office answers, configured or control: port 53 is shut on the way. */
  deadNamesRule("DNS_PORT_BLOCKED"),
  /** The configured resolver, or the one behind the router's proxy, says nothing. */
  deadNamesRule("DNS_RESOLVER_SILENT"),
  /** The resolver gives up on every name. */
  deadNamesRule("DNS_SERVFAIL"),
  /** The configured resolver refuses to work for this office. */
  deadNamesRule("DNS_REFUSED"),
  dnsLossy,
  dnsZoneServfail,
  dnsAaaaSilent,
  dnsFirstServerDead,
  dnsSlow,
  dnsForged,
  /** The resolver sends a name somewhere it does not belong. */
  falseAnswerRule("DNS_HIJACK", "hijack", "DNS_STALE_RECORD"),
  /** The resolver still gives an old address where nobody answers. */
  falseAnswerRule("DNS_STALE_RECORD", "stale", "DNS_HIJACK"),
  dnsNameMissing,
  dnsNxdomainRewrite,
];
