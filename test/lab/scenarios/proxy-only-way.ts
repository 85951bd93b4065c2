import { OFFICE } from "../map.ts";
import { officeProxy } from "../faults.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "proxy-only-way",

  fault: "web leads through the proxy alone, as that network is meant to be",
  async inject(lab) {
    await officeProxy(lab);
    await lab.filter("router", "inet filter forward", [`ip saddr ${OFFICE.laptop} tcp dport { 80, 443 } drop`]);
  },

  mostSeconds: 10,
});
