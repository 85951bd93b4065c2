import { rstOnSni } from "../faults.ts";
import { DC, HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "sni-blocked",
  group: "catalogue",
  fault: "carrier resets connections that name one host",
  async inject(lab) {
    await rstOnSni(lab, HOST.docs, DC.docs);
  },
  expect: { status: "faulty", cause: "SNI_BLOCKED", culprit: "isp", affects: ["docs"] },
  mustNotSay: ["SERVER_DOWN", "MTU_BLACKHOLE", "SERVER_REFUSES"],
});
