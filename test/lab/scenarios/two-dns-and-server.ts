import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "two-dns-and-server",
  group: "two",
  fault: "router's DNS dead and one server down",
  async inject(lab) {
    await lab.router({ dns: false });
    await lab.filter("dc", "inet filter input", [`ip daddr ${DC.docs} drop`]);
  },
  expect: { status: "faulty", cause: "DNS_FORWARDER_DEAD", culprit: "gateway" },
});
