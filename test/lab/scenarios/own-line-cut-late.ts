import { meanwhile } from "../faults.ts";
import { scenario } from "../scenario.ts";

/** Nothing that comes from the office is heard any more. */
const SILENCE =
  "nft add table inet cut && nft 'add chain inet cut it { type filter hook prerouting priority -10; }' && " +
  "nft add rule inet cut it iifname cust0 drop";

export default scenario({
  id: "own-line-cut-late",
  group: "own",
  fault: "line away 0.8 s after the scan began",
  async inject(lab) {
    lab.later(async () => void (await lab.inside("isp", "sh", "-c", "nft delete table inet cut || true")));
    await meanwhile(lab, "isp", "cust0", 0.8, SILENCE);
  },
  expect: { status: "faulty", cause: "LINE_INTERRUPTED", culprit: "isp" },
  mustNotSay: ["DUPLICATE_IP", "LINE_LOSS", "SIGNING_BLOCKED", "SNI_BLOCKED", "SERVER_HANGS"],
});
