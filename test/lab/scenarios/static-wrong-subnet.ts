import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "static-wrong-subnet",
  group: "catalogue",
  fault: "static address of another office",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("laptop", [
      "addr flush dev eth0 scope global",
      "addr add 192.168.5.40/24 brd + dev eth0",
      "route add default via 192.168.5.1 dev eth0",
    ]);
    await lab.resolvers(["192.168.5.1"]);
  },
  expect: { status: "faulty", cause: "STATIC_WRONG_SUBNET", culprit: "laptop", affects: ALL_SYSTEMS },
  baseline: true,
  mustNotSay: ["LINE_DOWN"],
});
