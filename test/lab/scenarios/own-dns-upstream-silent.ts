import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-dns-upstream-silent",
  group: "own",
  fault: "router's DNS alive, carrier's resolver behind it silent",
  async inject(lab) {
    await lab.serve("isp", "resolver", { silent: true }, { silent: false });
  },
  expect: {
    status: "faulty",
    cause: "DNS_RESOLVER_SILENT",
    culprit: ["dns", "gateway"],
    affects: ALL_SYSTEMS,
    accept: ["DNS_FORWARDER_DEAD"],
  },
  mustNotSay: ["LINE_DOWN", "GATEWAY_DOWN"],
});
