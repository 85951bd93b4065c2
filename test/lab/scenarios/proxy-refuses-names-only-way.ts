import { HOST, OFFICE } from "../map.ts";
import { officeProxy } from "../faults.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "proxy-refuses-names-only-way",
  group: "own",
  fault: "the only way is a proxy that refuses two systems",
  async inject(lab) {
    await officeProxy(lab, [HOST.onestop, HOST.sso]);
    await lab.filter("router", "inet filter forward", [`ip saddr ${OFFICE.laptop} tcp dport { 80, 443 } drop`]);
  },
  expect: { status: "faulty", cause: "PROXY_REFUSES", culprit: "proxy", affects: ["onestop", "sso"] },
  mustNotSay: ["SERVER_DOWN", "SERVER_ERROR", "PORT_443_BLOCKED", "PORT_80_BLOCKED", "PROXY_DEAD"],
});
