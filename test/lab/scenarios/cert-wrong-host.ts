import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "cert-wrong-host",
  group: "catalogue",
  fault: "certificate for another name",
  async inject(lab) {
    await lab.certify("dc", "docs", HOST.docs, await lab.identity("khac.tinh.test"));
  },
  expect: { status: "faulty", cause: "CERT_WRONG_HOST", culprit: "server", affects: ["docs"] },
  mustNotSay: ["DNS_HIJACK", "TLS_INTERCEPTED"],
});
