import { scenario } from "../scenario.ts";

export default scenario({
  id: "server-error-500",
  group: "catalogue",
  fault: "one system answers 500",
  async inject(lab) {
    await lab.serve("dc", "docs", { status: 500 }, { status: 200 });
  },
  expect: { status: "faulty", cause: "SERVER_ERROR", culprit: "server", affects: ["docs"] },
  mustNotSay: ["CONTENT_MISMATCH", "SERVER_DOWN"],
});
