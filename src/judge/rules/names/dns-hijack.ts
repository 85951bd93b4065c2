import { falseAnswerRule } from "./false-answer-rule.ts";

/** The resolver sends a name somewhere it does not belong. */
export const dnsHijack = falseAnswerRule("DNS_HIJACK", "hijack", "DNS_STALE_RECORD");
