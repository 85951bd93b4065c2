import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "interface-disabled",
  group: "catalogue",
  fault: "network adapter switched off",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("laptop", ["link set eth0 down"], ["link set eth0 up"]);
  },
  expect: { status: "faulty", cause: "INTERFACE_DISABLED", culprit: "laptop", affects: ALL_SYSTEMS },
  wine: {
    because: "noAdminState",
    expect: { status: "faulty", cause: "LINK_DOWN", culprit: "cable", affects: ALL_SYSTEMS },
    mustNotSay: ["GATEWAY_DOWN"],
  },
  mustNotSay: ["LINK_DOWN", "GATEWAY_DOWN"],
});
