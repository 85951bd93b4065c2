import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-line-down-router-silent",
  group: "pair",
  fault: "carrier line silent, router drops ICMP",
  async inject(lab) {
    await lab.filter("router", "inet filter input", ["meta l4proto icmp drop"]);
    await lab.filter("router", "inet filter output", ['oifname "lan0" meta l4proto icmp drop']);
    await lab.filter("isp", "inet filter prerouting", ['iifname "cust0" drop']);
  },
  expect: {
    status: "faulty",
    cause: "LINE_DOWN",
    culprit: "isp",
    affects: ALL_SYSTEMS,
    accept: ["GATEWAY_NOT_FORWARDING"],
  },
  mustNotSay: ["GATEWAY_DOWN"],
});
