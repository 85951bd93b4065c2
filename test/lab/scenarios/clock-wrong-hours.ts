import { scenario } from "../scenario.ts";

export default scenario({
  id: "clock-wrong-hours",
  group: "catalogue",
  fault: "laptop's clock seven hours slow",
  async inject(lab) {
    lab.laptop.clock = "-7h";
  },
  expect: { status: ["degraded", "faulty"], cause: "CLOCK_WRONG", culprit: "clock" },
  mustNotSay: ["CERT_EXPIRED", "CERT_NOT_YET_VALID"],
});
