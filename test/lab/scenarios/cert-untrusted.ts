import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "cert-untrusted",
  group: "catalogue",
  fault: "self-signed certificate on one server",
  async inject(lab) {
    await lab.certify("dc", "docs", HOST.docs, await lab.identity(HOST.docs, "selfSigned"));
  },
  expect: { status: ["faulty", "degraded"], cause: "CERT_UNTRUSTED", culprit: "server", affects: ["docs"] },
  mustNotSay: ["TLS_INTERCEPTED", "SERVER_DOWN"],
});
