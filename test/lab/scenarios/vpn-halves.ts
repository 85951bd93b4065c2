import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "vpn-halves",
  group: "own",
  fault: "a VPN left on takes both halves of the Internet and answers nothing",
  async inject(lab) {
    await lab.ip(
      "laptop",
      ["link add wg0 type veth peer name wg1", "link set wg0 arp off", "link set wg1 up", "link set wg0 up"],
      ["link del wg0"],
    );
    await lab.ip("laptop", [
      "addr add 10.8.0.2/24 dev wg0",
      "route add 0.0.0.0/1 dev wg0",
      "route add 128.0.0.0/1 dev wg0",
    ]);
  },
  expect: { status: "faulty", cause: "ROUTE_PREFERS_DEAD_INTERFACE", culprit: "laptop", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "GATEWAY_NOT_FORWARDING", "ISP_NO_UPSTREAM", "GATEWAY_DOWN"],
});
