import type { Rule } from "../rule.ts";
import { noLease } from "./no-lease.ts";

export const dhcpPoolFull: Rule = {
  cause: "DHCP_POOL_FULL",
  needs: ["link"],
  breaks: ["address", "gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const found = noLease(facts);
    return found?.cause === "DHCP_POOL_FULL" ? found.draft : null;
  },
};
