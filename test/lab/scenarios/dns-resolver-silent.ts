import { RESOLVER } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-resolver-silent",
  group: "catalogue",
  fault: "carrier's resolver silent",
  async inject(lab) {
    await lab.resolvers([RESOLVER.isp]);
    await lab.serve("isp", "resolver", { silent: true }, { silent: false });
  },
  expect: { status: "faulty", cause: "DNS_RESOLVER_SILENT", culprit: "dns", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "DNS_FORWARDER_DEAD"],
});
