import { OFFICE } from "../map.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "proxy-only-way-refused",

  fault: "web leads through the proxy alone, direct ports are refused",
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
    await lab.filter("router", "inet filter forward", [
      `ip saddr ${OFFICE.laptop} tcp dport { 80, 443 } reject with tcp reset`,
    ]);
  },

  mostSeconds: 10,
});
