import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-dns-local-dead",
  group: "own",
  fault: "laptop asks itself for names, and its DNS program is gone",
  async inject(lab) {
    await lab.resolvers(["127.0.0.1"]);
  },
  expect: { status: "faulty", cause: "LOCAL_DNS_DEAD", culprit: "laptop", affects: ALL_SYSTEMS },
  mustNotSay: ["DNS_FORWARDER_DEAD", "DNS_RESOLVER_SILENT"],
});
