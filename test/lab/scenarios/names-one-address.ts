import { HOST, INTERNET } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "names-one-address",
  group: "own",
  fault: "every name leads to one address",
  async inject(lab) {
    const overrides = Object.fromEntries(Object.values(HOST).map((host) => [host, [INTERNET.portal]]));
    await lab.serve("isp", "resolver", { overrides }, { overrides: {} });
  },
  expect: { status: "faulty", cause: "DNS_HIJACK", culprit: ["dns", "isp"] },
  mustNotSay: ["SERVER_REFUSES", "PORT_443_BLOCKED", "SERVER_DOWN", "DATACENTRE_DOWN"],
});
