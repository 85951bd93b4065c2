import { DC, HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-stale-record",
  group: "catalogue",
  fault: "DNS gives an old address of one server",
  async inject(lab) {
    await lab.serve("isp", "resolver", { overrides: { [HOST.docs]: [DC.abandoned] } }, { overrides: {} });
  },
  expect: { status: "faulty", cause: "DNS_STALE_RECORD", culprit: "dns", affects: ["docs"] },
  mustNotSay: ["SERVER_DOWN", "DATACENTRE_DOWN"],
});
