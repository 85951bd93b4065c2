import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "line-down",
  group: "catalogue",
  fault: "carrier line silent",
  async inject(lab) {
    await lab.filter("isp", "inet filter prerouting", ['iifname "cust0" drop']);
  },
  expect: { status: "faulty", cause: "LINE_DOWN", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_DOWN", "GATEWAY_NOT_FORWARDING", "DNS_FORWARDER_DEAD", "DNS_RESOLVER_SILENT"],
});
