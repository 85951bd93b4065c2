import { OFFICE } from "../map.ts";
import { silent } from "../scenario.ts";

/**
 * Bytes after which the filter lets pass: three ARP requests of 28 bytes, each counted for the three other ports of the
 * switch.
 */
const THREE_REQUESTS = 3 * 3 * 28 + 1;

export default silent({
  id: "router-starting",
  fault: "router still starting: answers after three seconds",
  async inject(lab) {
    await lab.filter("switch", "bridge filter forward", [
      `iifname "p-laptop" arp daddr ip ${OFFICE.router} quota until ${String(THREE_REQUESTS)} bytes drop`,
    ]);
  },
  mostSeconds: 10,
});
