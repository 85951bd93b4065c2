import { DC, HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "two-resolvers-stale",
  group: "own",
  fault: "carrier's and a control resolver keep an old address, another is right",
  async inject(lab) {
    const overrides = { [HOST.docs]: [DC.abandoned] };
    await lab.serve("isp", "resolver", { overrides }, { overrides: {} });
    await lab.serve("internet", "domesticResolver", { overrides }, { overrides: {} });
  },
  expect: { status: "faulty", cause: "DNS_STALE_RECORD", culprit: "dns", affects: ["docs"], accept: ["DNS_HIJACK"] },
  mustNotSay: ["SERVER_DOWN", "DATACENTRE_DOWN"],
});
