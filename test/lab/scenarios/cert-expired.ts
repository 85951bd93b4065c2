import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "cert-expired",
  group: "catalogue",
  fault: "certificate of one server expired",
  async inject(lab) {
    await lab.certify("dc", "docs", HOST.docs, await lab.identity(HOST.docs, "expired"));
  },
  expect: { status: "faulty", cause: "CERT_EXPIRED", culprit: "server", affects: ["docs"] },
  mustNotSay: ["CLOCK_WRONG", "TLS_INTERCEPTED"],
});
