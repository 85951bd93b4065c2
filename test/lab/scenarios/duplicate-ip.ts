import { OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "duplicate-ip",
  group: "catalogue",
  fault: "another computer took the laptop's address",
  async inject(lab) {
    await lab.ip("pc", [`addr add ${OFFICE.laptop}/24 dev eth0`], [`addr del ${OFFICE.laptop}/24 dev eth0`]);
    await lab.background("pc", "python3", lab.script("announce.py"), "eth0", OFFICE.laptop);
  },
  expect: { status: ["faulty", "degraded"], cause: "DUPLICATE_IP", culprit: "lan" },
  mustNotSay: ["LINE_LOSS", "LINE_DOWN"],
});
