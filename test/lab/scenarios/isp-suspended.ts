import { noticePage } from "../faults.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "isp-suspended",
  group: "catalogue",
  fault: "line suspended: pages lead to a payment notice",
  async inject(lab) {
    await noticePage(lab);
  },
  expect: { status: "faulty", cause: "ISP_SUSPENDED", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["CAPTIVE_PORTAL", "PORT_443_BLOCKED", "CONTENT_MISMATCH"],
});
