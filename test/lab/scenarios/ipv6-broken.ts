import { giveIpv6 } from "../faults.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "ipv6-broken",
  group: "catalogue",
  fault: "IPv6 handed out but leads nowhere",
  async inject(lab) {
    await giveIpv6(lab, false);
  },
  expect: { status: ["degraded", "faulty"], cause: "IPV6_BROKEN", culprit: "isp" },
  mustNotSay: ["LINE_DOWN", "SERVER_DOWN"],
});
