import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "names-one-address-silent",
  group: "own",
  fault: "every name leads to one address where nobody is",
  async inject(lab) {
    const overrides = Object.fromEntries(Object.values(HOST).map((host) => [host, ["203.0.113.222"]]));
    await lab.serve("isp", "resolver", { overrides }, { overrides: {} });
  },
  expect: { status: "faulty", cause: "DNS_HIJACK", culprit: ["dns", "isp"] },
  mustNotSay: ["SERVER_DOWN", "PORT_443_BLOCKED", "DATACENTRE_DOWN"],
});
