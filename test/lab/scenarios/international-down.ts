import { scenario } from "../scenario.ts";

export default scenario({
  id: "international-down",
  group: "catalogue",
  fault: "foreign sites unreachable",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ["ip daddr 198.51.100.0/24 drop"]);
  },
  expect: { status: "degraded", cause: "INTERNATIONAL_DOWN", culprit: "internet", affects: [] },
  mustNotSay: ["LINE_DOWN", "DATACENTRE_DOWN"],
});
