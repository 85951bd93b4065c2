import { giveIpv6 } from "../faults.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "ipv6-working",
  fault: "IPv6 handed out, and it works",
  async inject(lab) {
    await giveIpv6(lab, true);
  },
});
