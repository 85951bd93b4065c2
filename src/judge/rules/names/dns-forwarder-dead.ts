import type { Rule } from "../rule.ts";
import { deadNamesRule } from "./dead-resolvers.ts";

/** The office's own DNS proxy is gone while the way through the router works. */
export const dnsForwarderDead: Rule = {
  cause: "DNS_FORWARDER_DEAD",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: ["names"],
  evaluate: deadNamesRule("DNS_FORWARDER_DEAD"),
};
