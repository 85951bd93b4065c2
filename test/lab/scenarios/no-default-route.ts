import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "no-default-route",
  group: "catalogue",
  fault: "lease without a router",
  async inject(lab) {
    await lab.router({ offerRouter: false });
    await lab.leaseForNow();
  },
  expect: { status: "faulty", cause: "NO_DEFAULT_ROUTE", culprit: "gateway", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_DOWN", "LINE_DOWN"],
});
