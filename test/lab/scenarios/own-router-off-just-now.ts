import { OFFICE } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-router-off-just-now",
  group: "own",
  fault: "router unplugged a moment after the laptop spoke with it",
  async inject(lab) {
    await lab.inside("laptop", "ping", "-c", "2", "-i", "0.2", OFFICE.router);
    await lab.ip("switch", ["link set p-router down"], ["link set p-router up"]);
  },
  expect: { status: "faulty", cause: "GATEWAY_DOWN", culprit: "gateway", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_NOT_FORWARDING", "LINE_DOWN"],
});
