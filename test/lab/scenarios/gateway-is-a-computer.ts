import { OFFICE } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "gateway-is-a-computer",
  group: "own",
  fault: "addresses come with a computer of the office as gateway",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("laptop", [
      "route del default dev eth0",
      `route add default via ${OFFICE.pc} dev eth0 proto dhcp metric 100`,
    ]);
  },
  expect: { status: "faulty", cause: "WRONG_GATEWAY", culprit: "lan", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "GATEWAY_NOT_FORWARDING", "GATEWAY_DOWN"],
});
