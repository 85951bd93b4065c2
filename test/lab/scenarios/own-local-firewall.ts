import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-local-firewall",
  group: "own",
  fault: "the laptop's own firewall blocks everything",
  async inject(lab) {
    await lab.filter("laptop", "inet filter output", ['oifname "eth0" meta l4proto { tcp, udp, icmp } drop']);
  },
  expect: { status: "faulty", cause: "LOCAL_FIREWALL", culprit: "laptop", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_DOWN", "LINE_DOWN", "LAN_SILENT"],
});
