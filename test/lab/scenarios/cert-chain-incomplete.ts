import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "cert-chain-incomplete",
  group: "catalogue",
  fault: "intermediate certificate missing",
  async inject(lab) {
    await lab.certify("dc", "docs", HOST.docs, await lab.identity(HOST.docs, "chainIncomplete"));
  },
  expect: { status: ["faulty", "degraded"], cause: "CERT_CHAIN_INCOMPLETE", culprit: "server", affects: ["docs"] },
  mustNotSay: ["CERT_UNTRUSTED", "TLS_INTERCEPTED"],
});
