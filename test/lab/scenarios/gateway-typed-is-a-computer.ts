import { OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";
import { ALL_SYSTEMS } from "../profile.ts";

export default scenario({
  id: "gateway-typed-is-a-computer",
  group: "own",
  fault: "static address, a printer typed as gateway",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("laptop", [
      "addr flush dev eth0 scope global",
      `addr add ${OFFICE.laptop}/24 brd + dev eth0`,
      `route add default via ${OFFICE.printer} dev eth0`,
    ]);
    await lab.resolvers([OFFICE.router]);
  },
  expect: { status: "faulty", cause: "WRONG_GATEWAY", culprit: ["laptop", "lan"], affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "GATEWAY_NOT_FORWARDING", "GATEWAY_DOWN"],
});
