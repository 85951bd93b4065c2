import { scenario } from "../scenario.ts";

export default scenario({
  id: "device-absent",
  group: "catalogue",
  fault: "printer gone from the network",
  async inject(lab) {
    await lab.ip("switch", ["link set p-printer down"], ["link set p-printer up"]);
  },
  expect: { status: "degraded", cause: "DEVICE_ABSENT", culprit: "lan" },
  baseline: true,
});
