import { officeProxy } from "../faults.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "proxy-works",
  fault: "a proxy that does its work",
  async inject(lab) {
    await officeProxy(lab);
  },
});
