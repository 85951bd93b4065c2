import { HOST, OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "proxy-refuses-names-only-way",
  group: "own",
  fault: "the only way is a proxy that refuses two systems",
  async inject(lab) {
    await lab.start("pc", {
      kind: "proxy",
      name: "proxy",
      address: OFFICE.pc,
      port: 3128,
      behaviour: { mode: "relay", denies: [HOST.onestop, HOST.sso] },
    });
    const proxy = `http://${OFFICE.pc}:3128`;
    lab.laptop.env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
    await lab.filter("router", "inet filter forward", [`ip saddr ${OFFICE.laptop} tcp dport { 80, 443 } drop`]);
  },
  expect: { status: "faulty", cause: "PROXY_REFUSES", culprit: "proxy", affects: ["onestop", "sso"] },
  mustNotSay: ["SERVER_DOWN", "SERVER_ERROR", "PORT_443_BLOCKED", "PORT_80_BLOCKED", "PROXY_DEAD"],
});
