import { OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "router-address-twice",
  group: "own",
  fault: "a computer took the router's address",
  async inject(lab) {
    await lab.ip("pc", [`addr add ${OFFICE.router}/24 dev eth0`], [`addr del ${OFFICE.router}/24 dev eth0`]);
    await lab.background("pc", "python3", lab.script("announce.py"), "eth0", OFFICE.router);
  },
  expect: { status: ["faulty", "degraded"], cause: "DUPLICATE_IP", culprit: "lan" },
  mustNotSay: ["LINE_LOSS", "LINE_DOWN", "GATEWAY_DOWN", "GATEWAY_NOT_FORWARDING"],
});
