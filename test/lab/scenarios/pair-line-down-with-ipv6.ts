import { giveIpv6 } from "../faults.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-line-down-with-ipv6",
  group: "pair",
  fault: "carrier line silent in an office with IPv6",
  async inject(lab) {
    await giveIpv6(lab, true);
    await lab.filter("isp", "inet filter prerouting", ['iifname "cust0" drop']);
  },
  expect: { status: "faulty", cause: "LINE_DOWN", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["IPV6_BROKEN"],
});
