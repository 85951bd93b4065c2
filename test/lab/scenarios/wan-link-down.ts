import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "wan-link-down",
  group: "catalogue",
  fault: "cable between router and ONT out",
  async inject(lab) {
    await lab.wanDown();
  },
  expect: { status: "faulty", cause: "WAN_LINK_DOWN", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_DOWN", "GATEWAY_NOT_FORWARDING", "DNS_FORWARDER_DEAD", "DNS_REFUSED"],
});
