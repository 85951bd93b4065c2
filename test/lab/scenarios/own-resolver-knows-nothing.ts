import { ZONE } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-resolver-knows-nothing",
  group: "own",
  fault: "the carrier's resolver says of every name that it does not exist, others are right",
  async inject(lab) {
    await lab.serve("isp", "resolver", { zone: {} }, { zone: ZONE });
  },
  expect: { status: "faulty", cause: "DNS_NAMES_FENCED", culprit: "dns", affects: ALL_SYSTEMS },
  mustNotSay: ["DNS_NAME_MISSING", "SERVER_DOWN", "LINE_DOWN"],
});
