import { silent } from "../scenario.ts";

export default silent({
  id: "unused-interface-down",
  fault: "second interface, unused and down",
  async inject(lab) {
    await lab.ip("laptop", ["link add wlan0 type veth peer name nobody0"], ["link del wlan0"]);
  },
});
