import { OFFICE } from "../map.ts";
import { silent } from "../scenario.ts";

/** Bytes after which the filter lets pass: four ARP requests (it counts some 46 for each), one a second. */
const FOUR_REQUESTS = 150;

export default silent({
  id: "router-starting",
  fault: "router still starting: answers after four seconds",
  async inject(lab) {
    await lab.filter("switch", "bridge filter forward", [`iifname "p-laptop" arp daddr ip ${OFFICE.router} quota until ${String(FOUR_REQUESTS)} bytes drop`]);
  },
  mostSeconds: 10,
});
