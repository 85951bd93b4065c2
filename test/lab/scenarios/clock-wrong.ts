import { scenario } from "../scenario.ts";

export default scenario({
  id: "clock-wrong",
  group: "catalogue",
  fault: "laptop's clock six years slow",
  async inject(lab) {
    lab.laptop.clock = "-6y";
  },
  expect: { status: "faulty", cause: "CLOCK_WRONG", culprit: "clock" },
  mustNotSay: ["CERT_EXPIRED", "CERT_NOT_YET_VALID", "TLS_INTERCEPTED"],
});
