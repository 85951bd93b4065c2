import { falseAnswerRule } from "./false-answer-rule.ts";

/** The resolver still gives an old address where nobody answers. */
export const dnsStaleRecord = falseAnswerRule("DNS_STALE_RECORD", "stale", "DNS_HIJACK");
