import { OFFICE } from "../map.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "proxy-only-way",

  fault: "web leads through the proxy alone, as that network is meant to be",
  async inject(lab) {
    await lab.start("pc", {
      kind: "proxy",
      name: "proxy",
      address: OFFICE.pc,
      port: 3128,
      behaviour: { mode: "relay" },
    });
    const proxy = `http://${OFFICE.pc}:3128`;
    lab.laptop.env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
    await lab.filter("router", "inet filter forward", [`ip saddr ${OFFICE.laptop} tcp dport { 80, 443 } drop`]);
  },

  mostSeconds: 10,
});
