import { PROVINCE } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-datacentre-rejects",
  group: "pair",
  fault: "the way to the data centre answers unreachable",
  async inject(lab) {
    await lab.filter("internet", "inet filter forward", [
      "ip daddr 192.0.2.0/24 reject with icmp type net-unreachable",
    ]);
  },
  expect: { status: "faulty", cause: "DATACENTRE_DOWN", culprit: "datacentre", affects: PROVINCE },
  mustNotSay: ["ISP_REJECTS", "WAN_LINK_DOWN"],
});
