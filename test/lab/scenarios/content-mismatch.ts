import { scenario } from "../scenario.ts";
import { PAGE } from "../servers/town.ts";

export default scenario({
  id: "content-mismatch",
  group: "catalogue",
  fault: "one system shows another page",
  async inject(lab) {
    await lab.serve("dc", "docs", { body: "<h1>It works!</h1>" }, { body: PAGE });
  },
  expect: { status: ["faulty", "degraded"], cause: "CONTENT_MISMATCH", culprit: "server", affects: ["docs"] },
  mustNotSay: ["CAPTIVE_PORTAL", "DNS_HIJACK"],
});
