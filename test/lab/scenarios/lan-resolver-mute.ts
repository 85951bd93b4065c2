import { OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "lan-resolver-mute",
  group: "own",
  fault: "configured resolver of the office drops every question, the router's own works",
  async inject(lab) {
    await lab.resolvers([OFFICE.pc]);
    await lab.filter("pc", "inet filter input", ["udp dport 53 drop", "tcp dport 53 drop"]);
  },
  expect: { status: "faulty", cause: "DNS_RESOLVER_SILENT", culprit: ["laptop", "dns", "lan"] },
  mustNotSay: ["DNS_FORWARDER_DEAD", "LINE_DOWN", "LOCAL_DNS_DEAD"],
});
