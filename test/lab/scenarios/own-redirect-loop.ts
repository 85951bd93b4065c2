import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-redirect-loop",
  group: "own",
  fault: "one system redirects to itself for ever",
  async inject(lab) {
    await lab.serve("dc", "docs", { redirectTo: `https://${HOST.docs}/` }, { redirectTo: null });
  },
  expect: {
    status: ["faulty", "degraded"],
    cause: "SERVER_ERROR",
    culprit: "server",
    affects: ["docs"],
    accept: ["CONTENT_MISMATCH", "BAD_REPLY"],
  },
  mustNotSay: ["CAPTIVE_PORTAL", "SERVER_DOWN"],
});
