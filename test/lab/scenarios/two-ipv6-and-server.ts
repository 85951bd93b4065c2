import { giveIpv6 } from "../faults.ts";
import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "two-ipv6-and-server",
  group: "two",
  fault: "IPv6 broken and one server down",
  async inject(lab) {
    await giveIpv6(lab, false);
    await lab.filter("dc", "inet filter input", [`ip daddr ${DC.docs} drop`]);
  },
  expect: { status: "faulty", cause: "IPV6_BROKEN", culprit: "isp", also: ["SERVER_DOWN"] },
});
