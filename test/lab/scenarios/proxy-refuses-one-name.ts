import { HOST, OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "proxy-refuses-one-name",
  group: "own",
  fault: "proxy relays, and refuses one system",
  async inject(lab) {
    await lab.start("pc", {
      kind: "proxy",
      name: "proxy",
      address: OFFICE.pc,
      port: 3128,
      behaviour: { mode: "relay", denies: [HOST.docs] },
    });
    const proxy = `http://${OFFICE.pc}:3128`;
    lab.laptop.env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
  },
  expect: { status: "faulty", cause: "PROXY_REFUSES", culprit: "proxy", affects: ["docs"] },
  mustNotSay: ["SERVER_DOWN", "SERVER_ERROR", "PROXY_DEAD"],
});
