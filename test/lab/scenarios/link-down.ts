import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "link-down",
  group: "catalogue",
  fault: "network cable out",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("switch", ["link set p-laptop down"], ["link set p-laptop up"]);
  },
  expect: { status: "faulty", cause: "LINK_DOWN", culprit: "cable", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_DOWN", "LINE_DOWN", "NO_DEFAULT_ROUTE"],
});
