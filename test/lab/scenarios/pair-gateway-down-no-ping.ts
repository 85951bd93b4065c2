import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "pair-gateway-down-no-ping",
  group: "pair",
  fault: "router without power, no ping program",
  async inject(lab) {
    lab.laptop.noPing = true;
    await lab.ip("switch", ["link set p-router down"], ["link set p-router up"]);
  },
  expect: { status: "faulty", cause: "GATEWAY_DOWN", culprit: "gateway", affects: ALL_SYSTEMS },
});
