import { OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-proxy-refuses",
  group: "own",
  fault: "proxy turns every request away",
  async inject(lab) {
    await lab.start("pc", {
      kind: "proxy",
      name: "proxy",
      address: OFFICE.pc,
      port: 3128,
      behaviour: { mode: "deny", status: 403 },
    });
    const proxy = `http://${OFFICE.pc}:3128`;
    lab.laptop.env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
  },
  expect: { status: "faulty", cause: "PROXY_REFUSES", culprit: "proxy" },
  mustNotSay: ["PROXY_DEAD", "LINE_DOWN", "SERVER_ERROR"],
});
