import { secondInterface } from "../faults.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "vpn-halves-gateway",
  group: "own",
  fault: "both halves of the Internet lead through a gateway that is gone",
  async inject(lab) {
    await secondInterface(lab, [
      "addr add 10.9.0.5/24 dev usb0",
      "route add 0.0.0.0/1 via 10.9.0.1 dev usb0",
      "route add 128.0.0.0/1 via 10.9.0.1 dev usb0",
    ]);
  },
  expect: { status: "faulty", cause: "ROUTE_PREFERS_DEAD_INTERFACE", culprit: "laptop", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "GATEWAY_NOT_FORWARDING", "ISP_NO_UPSTREAM", "GATEWAY_DOWN"],
});
