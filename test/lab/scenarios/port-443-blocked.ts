import { scenario } from "../scenario.ts";

export default scenario({
  id: "port-443-blocked",
  group: "catalogue",
  fault: "router blocks HTTPS only",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", ["tcp dport 443 drop"]);
  },
  expect: {
    status: "faulty",
    cause: "PORT_443_BLOCKED",
    culprit: "gateway",
    affects: ["onestop", "docs", "reports", "dvcqg", "sso"],
  },
  mustNotSay: ["SERVER_DOWN", "DATACENTRE_DOWN", "LINE_DOWN", "MTU_BLACKHOLE"],
});
