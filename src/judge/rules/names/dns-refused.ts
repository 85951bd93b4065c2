import type { Rule } from "../rule.ts";
import { deadNamesRule } from "./dead-resolvers.ts";

/** The configured resolver refuses to work for this office. */
export const dnsRefused: Rule = {
  cause: "DNS_REFUSED",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: ["names"],
  evaluate: deadNamesRule("DNS_REFUSED"),
};
