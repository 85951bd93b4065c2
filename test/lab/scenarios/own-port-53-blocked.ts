import { RESOLVER } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-port-53-blocked",
  group: "own",
  fault: "laptop set to a public resolver, carrier blocks port 53",
  async inject(lab) {
    await lab.resolvers([RESOLVER.domestic]);
    await lab.filter("isp", "inet filter forward", ["meta l4proto { tcp, udp } th dport 53 drop"]);
  },
  expect: { status: "faulty", cause: "DNS_PORT_BLOCKED", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "DNS_RESOLVER_SILENT"],
});
