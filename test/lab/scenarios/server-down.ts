import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "server-down",
  group: "catalogue",
  fault: "one server dead",
  async inject(lab) {
    await lab.filter("dc", "inet filter input", [`ip daddr ${DC.docs} drop`]);
  },
  expect: { status: "faulty", cause: "SERVER_DOWN", culprit: "server", affects: ["docs"] },
  mustNotSay: ["DATACENTRE_DOWN", "LINE_DOWN"],
});
