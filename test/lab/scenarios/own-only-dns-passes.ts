import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-only-dns-passes",
  group: "own",
  fault: "router passes nothing but DNS",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", [
      "meta l4proto { tcp, udp } th dport 53 accept",
      "ct state established accept",
      "drop",
    ]);
  },
  expect: {
    status: "faulty",
    cause: "ONLY_DNS_PASSES",
    culprit: ["gateway", "isp"],
    affects: ALL_SYSTEMS,
    accept: ["GATEWAY_NOT_FORWARDING"],
  },
  mustNotSay: ["LINE_DOWN", "DATACENTRE_DOWN", "SERVER_DOWN"],
});
