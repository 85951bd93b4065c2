import { OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-first-server-dead",
  group: "catalogue",
  fault: "first of two DNS servers dead",
  async inject(lab) {
    await lab.resolvers(["100.64.1.99", OFFICE.router]);
  },
  expect: { status: "degraded", cause: "DNS_FIRST_SERVER_DEAD", culprit: "dns" },
  mustNotSay: ["DNS_SLOW", "DNS_RESOLVER_SILENT"],
});
