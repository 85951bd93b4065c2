import { secondInterface } from "../faults.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "second-network-idle",
  fault: "second adapter connected, without a default route",
  async inject(lab) {
    await secondInterface(lab, ["addr add 192.168.88.5/24 dev usb0"]);
  },
});
