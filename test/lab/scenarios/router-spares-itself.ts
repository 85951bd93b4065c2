import { silent } from "../scenario.ts";

export default silent({
  id: "router-spares-itself",

  fault: "router answers a third of what is meant for itself, passes everything on",
  async inject(lab) {
    await lab.filter("router", "inet filter input", [
      'iifname "lan0" ip protocol { icmp, tcp } numgen random mod 100 < 35 drop',
    ]);
  },

  mustNotSay: ["LAN_LOSS", "LINE_LOSS"],
  mostSeconds: 10,
});
