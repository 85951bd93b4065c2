import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "isp-no-upstream",
  group: "catalogue",
  fault: "carrier answers, nothing behind it does",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ["drop"]);
  },
  expect: { status: "faulty", cause: "ISP_NO_UPSTREAM", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["GATEWAY_DOWN", "LINE_DOWN", "GATEWAY_NOT_FORWARDING"],
});
