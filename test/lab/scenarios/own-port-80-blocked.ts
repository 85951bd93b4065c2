import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-port-80-blocked",
  group: "own",
  fault: "router blocks plain HTTP only",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", ["tcp dport 80 drop"]);
  },
  expect: { status: "faulty", cause: "SIGNING_BLOCKED", culprit: ["isp", "gateway"] },
  mustNotSay: ["SERVER_DOWN", "DATACENTRE_DOWN", "LINE_DOWN"],
});
