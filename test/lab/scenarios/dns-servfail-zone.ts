import { PROVINCE } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-servfail-zone",
  group: "catalogue",
  fault: "the province's DNS zone is broken",
  async inject(lab) {
    for (const [role, name] of [
      ["isp", "resolver"],
      ["internet", "domesticResolver"],
      ["internet", "foreignResolver"],
    ] as const)
      await lab.serve(role, name, { servfail: ["tinh.test"] }, { servfail: "none" });
  },
  expect: { status: "faulty", cause: "DNS_SERVFAIL", culprit: "dns", affects: PROVINCE },
  mustNotSay: ["DATACENTRE_DOWN", "DNS_RESOLVER_SILENT"],
});
