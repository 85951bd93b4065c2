import { LINE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-http-tampered",
  group: "own",
  fault: "carrier rewrites plain HTTP pages, HTTPS is left alone",
  async inject(lab) {
    await lab.start("isp", {
      kind: "http",
      name: "tamper",
      address: LINE.isp,
      port: 8080,
      behaviour: { body: "<h1>Quang cao</h1>" },
    });
    await lab.filter("isp", "ip nat prerouting", ['iifname "cust0" tcp dport 80 redirect to :8080']);
  },
  expect: { status: ["faulty", "degraded"], cause: "HTTP_TAMPERED", culprit: ["gateway", "isp"] },
  mustNotSay: ["DNS_HIJACK", "TLS_INTERCEPTED", "LINE_DOWN"],
});
