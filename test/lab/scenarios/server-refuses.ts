import { scenario } from "../scenario.ts";

export default scenario({
  id: "server-refuses",
  group: "catalogue",
  fault: "service stopped on one server",
  async inject(lab) {
    await lab.stop("dc", "docs");
  },
  expect: { status: "faulty", cause: "SERVER_REFUSES", culprit: "server", affects: ["docs"] },
  mustNotSay: ["SERVER_DOWN", "DATACENTRE_DOWN"],
});
