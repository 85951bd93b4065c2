import { OFFICE } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-rogue-dhcp",
  group: "own",
  fault: "a second DHCP server names another computer as router",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("laptop", [
      "route del default dev eth0",
      `route add default via ${OFFICE.pc} dev eth0 proto dhcp metric 100`,
    ]);
    await lab.resolvers([OFFICE.pc]);
  },
  expect: { status: "faulty", cause: "ROGUE_DHCP", culprit: "lan", affects: ALL_SYSTEMS },
  baseline: true,
  mustNotSay: ["LINE_DOWN", "DNS_FORWARDER_DEAD"],
});
