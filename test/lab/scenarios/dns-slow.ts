import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-slow",
  group: "catalogue",
  fault: "DNS answers after 3 s",
  async inject(lab) {
    await lab.serve("isp", "resolver", { delayMs: 3000 }, { delayMs: 0 });
  },
  expect: { status: "degraded", cause: "DNS_SLOW", culprit: "dns" },
  mustNotSay: ["DNS_RESOLVER_SILENT", "DNS_FORWARDER_DEAD", "LINE_DOWN"],
});
