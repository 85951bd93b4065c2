import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-cert-not-yet-valid",
  group: "own",
  fault: "certificate that begins next month",
  async inject(lab) {
    await lab.certify("dc", "docs", HOST.docs, await lab.identity(HOST.docs, "notYetValid"));
  },
  expect: { status: "faulty", cause: "CERT_NOT_YET_VALID", culprit: "server", affects: ["docs"] },
  mustNotSay: ["CLOCK_WRONG"],
});
