import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-all-443-reset",
  group: "own",
  fault: "carrier resets every HTTPS connection",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ['iifname "cust0" tcp dport 443 reject with tcp reset']);
  },
  expect: { status: "faulty", cause: "PORT_443_BLOCKED", culprit: ["gateway", "isp"] },
  mustNotSay: ["SERVER_REFUSES", "DATACENTRE_DOWN"],
});
