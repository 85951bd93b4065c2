import { RESOLVER } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-dns-cut-no-tcp",
  group: "own",
  fault: "DNS answers are cut, and TCP 53 is shut",
  async inject(lab) {
    await lab.resolvers([RESOLVER.isp]);
    await lab.serve("isp", "resolver", { cut: true }, { cut: false });
    await lab.filter("router", "inet filter forward", ["tcp dport 53 drop"]);
  },
  expect: { status: "faulty", cause: "DNS_TCP_BLOCKED", culprit: ["gateway", "dns"] },
  mustNotSay: ["DNS_HIJACK", "DNS_NAME_MISSING"],
});
