import { scenario } from "../scenario.ts";

export default scenario({
  id: "clock-wrong-future",
  group: "catalogue",
  fault: "laptop's clock three years fast",
  async inject(lab) {
    lab.laptop.clock = "+3y";
  },
  expect: { status: "faulty", cause: "CLOCK_WRONG", culprit: "clock" },
  mustNotSay: ["CERT_EXPIRED", "CERT_NOT_YET_VALID", "TLS_INTERCEPTED"],
});
