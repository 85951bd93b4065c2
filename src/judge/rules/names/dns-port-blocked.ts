import type { Rule } from "../rule.ts";
import { deadNamesRule } from "./dead-resolvers.ts";

/** No resolver outside the office answers, configured or control: port 53 is shut on the way. */
export const dnsPortBlocked: Rule = {
  cause: "DNS_PORT_BLOCKED",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: ["names"],
  evaluate: deadNamesRule("DNS_PORT_BLOCKED"),
};
