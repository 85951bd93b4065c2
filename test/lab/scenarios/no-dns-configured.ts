import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "no-dns-configured",
  group: "catalogue",
  fault: "lease without DNS servers",
  async inject(lab) {
    await lab.router({ offerDns: [] });
    await lab.leaseForNow();
  },
  expect: { status: "faulty", cause: "NO_DNS_CONFIGURED", culprit: "gateway", affects: ALL_SYSTEMS },
  wine: {
    because: "noEmptyResolverList",
    expect: { status: "faulty", cause: "LOCAL_DNS_DEAD", culprit: "laptop", affects: ALL_SYSTEMS },
  },
  mustNotSay: ["DNS_FORWARDER_DEAD"],
});
