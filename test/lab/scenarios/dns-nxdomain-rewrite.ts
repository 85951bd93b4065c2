import { INTERNET } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-nxdomain-rewrite",
  group: "catalogue",
  fault: "unknown names lead to an advertising page",
  async inject(lab) {
    await lab.serve("isp", "resolver", { rewriteUnknownTo: INTERNET.portal }, { rewriteUnknownTo: null });
  },
  expect: { status: ["degraded", "faulty"], cause: "DNS_NXDOMAIN_REWRITE", culprit: "dns" },
});
