import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-dns-refused",
  group: "own",
  fault: "resolver refuses to answer this office",
  async inject(lab) {
    await lab.serve("isp", "resolver", { refuse: true }, { refuse: false });
  },
  expect: { status: "faulty", cause: "DNS_REFUSED", culprit: ["dns", "gateway"], affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "WAN_LINK_DOWN"],
});
