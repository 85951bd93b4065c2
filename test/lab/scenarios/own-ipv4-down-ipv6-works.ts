import { giveIpv6 } from "../faults.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-ipv4-down-ipv6-works",
  group: "own",
  fault: "IPv4 dead at the carrier, IPv6 works",
  async inject(lab) {
    await giveIpv6(lab, true);
    await lab.filter("isp", "ip filter forward", ["drop"]);
  },
  expect: {
    status: ["faulty", "degraded"],
    cause: "IPV4_BROKEN",
    culprit: "isp",
    accept: ["ISP_NO_UPSTREAM", "LINE_DOWN"],
  },
  mustNotSay: ["GATEWAY_DOWN", "DATACENTRE_DOWN"],
});
