import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-province-refuses",
  group: "own",
  fault: "data centre reachable, every service stopped",
  async inject(lab) {
    await lab.filter("dc", "inet filter input", ["tcp dport { 80, 443, 587, 993 } reject with tcp reset"]);
  },
  expect: { status: "faulty", cause: "DATACENTRE_DOWN", culprit: ["server", "datacentre"], accept: ["SERVER_REFUSES"] },
  mustNotSay: ["LINE_DOWN", "PORT_443_BLOCKED", "ISP_REJECTS"],
});
