import { silent } from "../scenario.ts";

export default silent({
  id: "vpn-adapter-off",
  fault: "VPN adapter that is off",
  async inject(lab) {
    await lab.ip("laptop", ["tuntap add dev tun0 mode tun"], ["tuntap del dev tun0 mode tun"]);
  },
});
