import { OFFICE } from "../map.ts";
import { officeProxy } from "../faults.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "proxy-only-way-refused",

  fault: "web leads through the proxy alone, direct ports are refused",
  async inject(lab) {
    await officeProxy(lab);
    await lab.filter("router", "inet filter forward", [
      `ip saddr ${OFFICE.laptop} tcp dport { 80, 443 } reject with tcp reset`,
    ]);
  },

  mostSeconds: 10,
});
