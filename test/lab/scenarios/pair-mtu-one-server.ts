import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-mtu-one-server",
  group: "pair",
  fault: "one server behind a tunnel: large packets vanish",
  async inject(lab) {
    await lab.filter("internet", "inet filter forward", [`ip saddr ${DC.docs} ip length > 1400 drop`]);
  },
  expect: {
    status: "faulty",
    cause: ["SERVER_HANGS", "MTU_BLACKHOLE"],
    culprit: ["isp", "server", "datacentre"],
    affects: ["docs"],
  },
  mustNotSay: ["SNI_BLOCKED"],
});
