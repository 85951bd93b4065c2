import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-forwarder-dead",
  group: "catalogue",
  fault: "router's DNS service stopped",
  async inject(lab) {
    await lab.router({ dns: false });
  },
  expect: { status: "faulty", cause: "DNS_FORWARDER_DEAD", culprit: "gateway", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "GATEWAY_DOWN", "DNS_RESOLVER_SILENT"],
});
