import { OFFICE } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dhcp-pool-full",
  group: "catalogue",
  fault: "router has no address left",
  async inject(lab) {
    await lab.router({ pool: [OFFICE.laptop, OFFICE.laptop], taken: [OFFICE.laptop] });
    await lab.leaseForNow(1);
  },
  expect: { status: "faulty", cause: ["DHCP_POOL_FULL", "DHCP_NO_LEASE"], culprit: "gateway", affects: ALL_SYSTEMS },
  mustNotSay: ["NO_DEFAULT_ROUTE", "LINE_DOWN"],
});
