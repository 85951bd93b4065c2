import { OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-wrong-gateway",
  group: "own",
  fault: "static address with a mistyped router",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("laptop", [
      "addr flush dev eth0 scope global",
      `addr add ${OFFICE.laptop}/24 brd + dev eth0`,
      "route add default via 192.168.77.254 dev eth0",
    ]);
    await lab.resolvers([OFFICE.router]);
  },
  expect: { status: "faulty", cause: "STATIC_WRONG_SUBNET", culprit: ["laptop", "gateway"], accept: ["GATEWAY_DOWN"] },
  baseline: true,
  wine: {
    because: "noLease",
    expect: { status: "faulty", cause: "ROGUE_DHCP", culprit: "lan", accept: ["GATEWAY_DOWN"] },
    mustNotSay: ["LINE_DOWN", "LAN_SILENT"],
  },
  mustNotSay: ["LINE_DOWN", "LAN_SILENT"],
});
