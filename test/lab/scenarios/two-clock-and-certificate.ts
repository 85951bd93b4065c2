import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "two-clock-and-certificate",
  group: "two",
  fault: "clock wrong and one certificate expired",
  async inject(lab) {
    lab.laptop.clock = "+3y";
    await lab.certify("dc", "docs", HOST.docs, await lab.identity(HOST.docs, "expired"));
  },
  expect: { status: "faulty", cause: "CLOCK_WRONG", culprit: "clock" },
});
