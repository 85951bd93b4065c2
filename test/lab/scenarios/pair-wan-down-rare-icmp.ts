import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-wan-down-rare-icmp",
  group: "pair",
  fault: "WAN cable out, router says unreachable only now and then",
  async inject(lab) {
    await lab.sysctl("router", "net.ipv4.icmp_ratelimit", "60000");
    await lab.wanDown();
  },
  expect: { status: "faulty", cause: "WAN_LINK_DOWN", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_NOT_FORWARDING", "GATEWAY_DOWN"],
});
