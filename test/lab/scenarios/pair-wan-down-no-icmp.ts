import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-wan-down-no-icmp",
  group: "pair",
  fault: "WAN cable out, router never says unreachable",
  async inject(lab) {
    await lab.filter("router", "inet filter output", ["icmp type destination-unreachable drop"]);
    await lab.wanDown();
  },
  expect: { status: "faulty", cause: "WAN_LINK_DOWN", culprit: "isp", affects: ALL_SYSTEMS, accept: ["LINE_DOWN"] },
  mustNotSay: ["GATEWAY_DOWN", "DNS_FORWARDER_DEAD"],
});
