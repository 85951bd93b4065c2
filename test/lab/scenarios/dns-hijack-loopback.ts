import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-hijack-loopback",
  group: "catalogue",
  fault: "DNS answers 127.0.0.1 for one name",
  async inject(lab) {
    await lab.serve("isp", "resolver", { overrides: { [HOST.onestop]: ["127.0.0.1"] } }, { overrides: {} });
  },
  expect: { status: "faulty", cause: "DNS_HIJACK", culprit: "dns", affects: ["onestop"] },
  mustNotSay: ["SERVER_REFUSES", "SERVER_DOWN"],
});
