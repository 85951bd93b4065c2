import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "gateway-down",
  group: "catalogue",
  fault: "router without power",
  async inject(lab) {
    await lab.ip("switch", ["link set p-router down"], ["link set p-router up"]);
  },
  expect: { status: "faulty", cause: "GATEWAY_DOWN", culprit: "gateway", affects: ALL_SYSTEMS },
  mustNotSay: ["LAN_SILENT", "LINE_DOWN", "DNS_FORWARDER_DEAD"],
});
