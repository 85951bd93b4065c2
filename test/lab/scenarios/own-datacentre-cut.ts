import { meanwhile } from "../faults.ts";
import { scenario } from "../scenario.ts";

/** The province's servers fall silent, everybody else goes on. */
const SILENCE =
  "nft add table inet cut && nft 'add chain inet cut it { type filter hook prerouting priority -10; }' && " +
  "nft add rule inet cut it drop";

export default scenario({
  id: "own-datacentre-cut",
  group: "own",
  fault: "data centre away while its servers are being asked",
  async inject(lab) {
    lab.later(async () => void (await lab.inside("dc", "sh", "-c", "nft delete table inet cut || true")));
    await meanwhile(lab, "dc", "up0", 0, SILENCE);
  },
  expect: {
    status: "faulty",
    cause: ["LINE_INTERRUPTED", "DATACENTRE_DOWN"],
    culprit: "datacentre",
  },
  mustNotSay: ["SNI_BLOCKED", "DUPLICATE_IP"],
});
