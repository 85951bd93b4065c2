import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dhcp-no-lease",
  group: "catalogue",
  fault: "no DHCP server: the laptop gave itself 169.254.x.x",
  async inject(lab) {
    await lab.router({ pool: null });
    await lab.leaseForNow(1);
  },
  expect: { status: "faulty", cause: ["DHCP_NO_LEASE", "DHCP_POOL_FULL"], culprit: "gateway", affects: ALL_SYSTEMS },
  mustNotSay: ["NO_DEFAULT_ROUTE", "LINE_DOWN", "NO_DNS_CONFIGURED"],
});
