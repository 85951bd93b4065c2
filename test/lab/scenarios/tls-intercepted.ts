import { intercept } from "../faults.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "tls-intercepted",
  group: "catalogue",
  fault: "a box in the office opens every TLS connection",
  async inject(lab) {
    await intercept(lab);
  },
  expect: { status: ["faulty", "degraded"], cause: "TLS_INTERCEPTED", culprit: "lan" },
  mustNotSay: ["CERT_UNTRUSTED", "CAPTIVE_PORTAL", "CLOCK_WRONG"],
});
