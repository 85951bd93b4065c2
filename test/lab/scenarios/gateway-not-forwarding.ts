import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "gateway-not-forwarding",
  group: "catalogue",
  fault: "router answers but passes nothing on",
  async inject(lab) {
    await lab.filter("router", "inet filter forward", ["drop"]);
  },
  expect: { status: "faulty", cause: "GATEWAY_NOT_FORWARDING", culprit: "gateway", affects: ALL_SYSTEMS },
  mustNotSay: ["LINE_DOWN", "ISP_NO_UPSTREAM"],
});
