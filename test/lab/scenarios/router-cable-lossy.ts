import { scenario } from "../scenario.ts";

export default scenario({
  id: "router-cable-lossy",
  group: "own",
  fault: "the router's cable loses a third, other machines are well",
  async inject(lab) {
    await lab.filter("switch", "bridge filter forward", ['oifname "p-router" numgen random mod 100 < 30 drop']);
  },
  expect: { status: ["faulty", "degraded"], cause: "LAN_LOSS", culprit: ["lan", "cable"] },
  mustNotSay: ["LINE_LOSS", "GATEWAY_DOWN", "LINE_DOWN"],
});
