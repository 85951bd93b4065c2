import { HOST, INTERNET } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-hijack",
  group: "catalogue",
  fault: "DNS leads one name elsewhere",
  async inject(lab) {
    await lab.serve("isp", "resolver", { overrides: { [HOST.onestop]: [INTERNET.portal] } }, { overrides: {} });
  },
  expect: { status: "faulty", cause: "DNS_HIJACK", culprit: "dns", affects: ["onestop"] },
  mustNotSay: ["CERT_UNTRUSTED", "CERT_WRONG_HOST", "SERVER_REFUSES", "SERVER_DOWN", "DNS_STALE_RECORD"],
});
