import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-port-80-blocked",
  group: "own",
  fault: "router blocks plain HTTP only",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", ["tcp dport 80 drop"]);
  },
  expect: {
    status: "faulty",
    cause: "PORT_80_BLOCKED",
    culprit: ["isp", "gateway"],
    affects: ["www", "sign_tsa", "sign_ocsp"],
  },
  mustNotSay: ["SERVER_DOWN", "DATACENTRE_DOWN", "LINE_DOWN"],
});
