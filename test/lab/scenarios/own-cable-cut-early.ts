import { meanwhile } from "../faults.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-cable-cut-early",
  group: "own",
  fault: "cable pulled 0.4 s after the scan began",
  async inject(lab) {
    lab.later(async () => await lab.ip("switch", ["link set p-laptop up"]));
    await meanwhile(lab, "switch", "p-laptop", 0.4, "ip link set p-laptop down");
  },
  expect: { status: "faulty", cause: "LINK_INTERRUPTED", culprit: "cable" },
  mustNotSay: ["DUPLICATE_IP", "LINE_LOSS", "SIGNING_BLOCKED", "SNI_BLOCKED", "SERVER_HANGS"],
});
