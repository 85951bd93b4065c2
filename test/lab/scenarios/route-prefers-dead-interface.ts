import { secondInterface } from "../faults.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "route-prefers-dead-interface",
  group: "catalogue",
  fault: "second adapter with a better metric leads nowhere",
  async inject(lab) {
    await secondInterface(lab, [
      "addr add 192.168.88.5/24 dev usb0",
      "route add default via 192.168.88.1 dev usb0 metric 50",
    ]);
  },
  expect: { status: "faulty", cause: "ROUTE_PREFERS_DEAD_INTERFACE", culprit: "laptop", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_DOWN", "LINE_DOWN"],
});
