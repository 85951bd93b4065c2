import { OFFICE } from "../map.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "proxy-works",
  fault: "a proxy that does its work",
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
  },
});
