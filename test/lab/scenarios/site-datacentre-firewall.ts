import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "site-datacentre-firewall",
  group: "own",
  fault: "the centre's firewall resets every encrypted page",
  async inject(lab) {
    await lab.filter("dc", "inet filter input", [
      `ip daddr { ${DC.onestop}, ${DC.docs}, ${DC.reports} } tcp dport 443 reject with tcp reset`,
    ]);
  },
  expect: {
    status: "faulty",
    cause: "SERVER_REFUSES",
    culprit: ["server", "datacentre"],
    affects: ["onestop", "docs", "reports"],
  },
  mustNotSay: ["PORT_443_BLOCKED", "PREFIX_UNREACHABLE", "SNI_BLOCKED"],
});
