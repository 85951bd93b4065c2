import type { Rule } from "../rule.ts";
import { deadNamesRule } from "./dead-resolvers.ts";

/** The configured resolver, or the one behind the router's proxy, says nothing. */
export const dnsResolverSilent: Rule = {
  cause: "DNS_RESOLVER_SILENT",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: ["names"],
  evaluate: deadNamesRule("DNS_RESOLVER_SILENT"),
};
