import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "no-usable-interface",
  group: "catalogue",
  fault: "no network adapter at all",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("laptop", ["link set eth0 name parked0", `link set parked0 netns ${lab.ns("printer")}`]);
    await lab.ip("printer", ["link show parked0"], [`link set parked0 netns ${lab.ns("laptop")} name eth0`]);
  },
  expect: { status: "faulty", cause: "NO_USABLE_INTERFACE", culprit: "laptop", affects: ALL_SYSTEMS },
});
