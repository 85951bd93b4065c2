import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "isp-rejects",
  group: "catalogue",
  fault: "carrier answers host unreachable",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ['iifname "cust0" reject with icmp type host-unreachable']);
  },
  expect: { status: "faulty", cause: "ISP_REJECTS", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_DOWN", "WAN_LINK_DOWN"],
});
