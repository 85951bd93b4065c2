import { PROVINCE } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "vpn-province",
  group: "own",
  fault: "a VPN left on takes the province's addresses and answers nothing",
  async inject(lab) {
    await lab.ip(
      "laptop",
      ["link add wg0 type veth peer name wg1", "link set wg0 arp off", "link set wg1 up", "link set wg0 up"],
      ["link del wg0"],
    );
    await lab.ip("laptop", ["addr add 10.8.0.2/24 dev wg0", "route add 192.0.2.0/24 dev wg0"]);
  },
  expect: { status: "faulty", cause: "ROUTE_PREFERS_DEAD_INTERFACE", culprit: "laptop", affects: PROVINCE },
  mustNotSay: ["DATACENTRE_DOWN", "PREFIX_UNREACHABLE", "SERVER_DOWN", "LINE_DOWN"],
});
