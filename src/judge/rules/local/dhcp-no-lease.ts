import type { Rule } from "../rule.ts";
import { noLease } from "./no-lease.ts";

export const dhcpNoLease: Rule = {
  cause: "DHCP_NO_LEASE",
  needs: ["link"],
  breaks: ["address", "gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const found = noLease(facts);
    return found?.cause === "DHCP_NO_LEASE" ? found.draft : null;
  },
};
