import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-dns-empty-answer",
  group: "own",
  fault: "resolver knows a system's name and gives no address",
  async inject(lab) {
    await lab.serve("isp", "resolver", { overrides: { [HOST.docs]: [] } }, { overrides: {} });
  },
  expect: {
    status: "faulty",
    cause: "DNS_HIJACK",
    culprit: "dns",
    affects: ["docs"],
    accept: ["DNS_NAME_MISSING", "DNS_STALE_RECORD"],
  },
  mustNotSay: ["SERVER_DOWN"],
});
