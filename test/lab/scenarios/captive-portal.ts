import { portal } from "../faults.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "captive-portal",
  group: "catalogue",
  fault: "log-in page of the network",
  async inject(lab) {
    await portal(lab);
  },
  expect: { status: "faulty", cause: "CAPTIVE_PORTAL", culprit: "gateway", affects: ALL_SYSTEMS },
  mustNotSay: ["CERT_UNTRUSTED", "CERT_WRONG_HOST", "TLS_INTERCEPTED", "ISP_SUSPENDED"],
});
