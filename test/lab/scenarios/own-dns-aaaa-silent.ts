import { RESOLVER } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-dns-aaaa-silent",
  group: "own",
  fault: "resolver never answers questions for IPv6",
  async inject(lab) {
    await lab.resolvers([RESOLVER.isp]);
    await lab.serve("isp", "resolver", { silentTypes: ["AAAA"] }, { silentTypes: [] });
  },
  expect: { status: "degraded", cause: "DNS_AAAA_SILENT", culprit: ["gateway", "dns"] },
  mustNotSay: ["DNS_LOSSY", "IPV6_BROKEN"],
});
