import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-server-host-unreachable",
  group: "own",
  fault: "data centre's router says one host is unreachable",
  async inject(lab) {
    await lab.filter("dc", "inet filter input", [`ip daddr ${DC.docs} reject with icmp type host-unreachable`]);
  },
  expect: { status: "faulty", cause: "SERVER_DOWN", culprit: "server", affects: ["docs"] },
  mustNotSay: ["ISP_REJECTS", "DATACENTRE_DOWN"],
});
