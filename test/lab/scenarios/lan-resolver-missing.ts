import { scenario } from "../scenario.ts";

export default scenario({
  id: "lan-resolver-missing",
  group: "own",
  fault: "configured resolver of the office does not exist, the router's own works",
  async inject(lab) {
    await lab.resolvers(["192.168.77.53"]);
  },
  expect: { status: "faulty", cause: "DNS_RESOLVER_SILENT", culprit: ["laptop", "dns", "lan"] },
  mustNotSay: ["DNS_FORWARDER_DEAD", "LINE_DOWN", "LOCAL_DNS_DEAD"],
});
