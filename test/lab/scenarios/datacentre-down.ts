import { PROVINCE } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "datacentre-down",
  group: "catalogue",
  fault: "the province's data centre unreachable",
  async inject(lab) {
    await lab.filter("internet", "inet filter forward", ["ip daddr 192.0.2.0/24 drop"]);
  },
  expect: { status: "faulty", cause: "DATACENTRE_DOWN", culprit: "datacentre", affects: PROVINCE },
  mustNotSay: ["SERVER_DOWN", "LINE_DOWN"],
});
