import { HOST } from "../map.ts";
import { officeProxy } from "../faults.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "proxy-refuses-one-name",
  group: "own",
  fault: "proxy relays, and refuses one system",
  async inject(lab) {
    await officeProxy(lab, [HOST.docs]);
  },
  expect: { status: "faulty", cause: "PROXY_REFUSES", culprit: "proxy", affects: ["docs"] },
  mustNotSay: ["SERVER_DOWN", "SERVER_ERROR", "PROXY_DEAD"],
});
