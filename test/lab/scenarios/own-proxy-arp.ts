import { silent } from "../scenario.ts";

export default silent({
  id: "own-proxy-arp",
  fault: "router answers ARP for every address of the network",
  async inject(lab) {
    await lab.sysctl("router", "net.ipv4.conf.lan0.proxy_arp", "1");
    await lab.sysctl("router", "net.ipv4.conf.lan0.proxy_arp_pvlan", "1");
  },
});
