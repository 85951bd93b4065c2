import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-upstream-servfail",
  group: "own",
  fault: "carrier cut off from the world, its resolver answers SERVFAIL",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ["drop"]);
    await lab.serve("isp", "resolver", { servfail: "all" }, { servfail: "none" });
  },
  expect: { status: "faulty", cause: "ISP_NO_UPSTREAM", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["DNS_SERVFAIL", "LINE_DOWN"],
});
