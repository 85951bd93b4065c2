import { DC, HOST, RESOLVER } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "control-shares-lie",
  group: "own",
  fault: "office asks a control resolver that has an old address",
  async inject(lab) {
    await lab.resolvers([RESOLVER.domestic]);
    const overrides = { [HOST.onestop]: [DC.abandoned] };
    await lab.serve("internet", "domesticResolver", { overrides }, { overrides: {} });
  },
  expect: { status: "faulty", cause: "DNS_STALE_RECORD", culprit: "dns", affects: ["onestop"], accept: ["DNS_HIJACK"] },
  mustNotSay: ["SERVER_DOWN", "DATACENTRE_DOWN"],
});
