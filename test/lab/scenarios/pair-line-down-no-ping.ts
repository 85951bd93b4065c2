import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-line-down-no-ping",
  group: "pair",
  fault: "carrier line silent, no ping program",
  async inject(lab) {
    lab.laptop.noPing = true;
    await lab.filter("isp", "inet filter prerouting", ['iifname "cust0" drop']);
  },
  expect: {
    status: "faulty",
    cause: "LINE_DOWN",
    culprit: "isp",
    affects: ALL_SYSTEMS,
    accept: ["GATEWAY_NOT_FORWARDING", "ISP_NO_UPSTREAM"],
  },
  mustNotSay: ["GATEWAY_DOWN"],
});
