import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "dns-servfail",
  group: "catalogue",
  fault: "resolver answers SERVFAIL",
  async inject(lab) {
    await lab.serve("isp", "resolver", { servfail: "all" }, { servfail: "none" });
  },
  expect: { status: "faulty", cause: "DNS_SERVFAIL", culprit: "dns", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "DNS_NAME_MISSING"],
});
