import { scenario } from "../scenario.ts";

export default scenario({
  id: "server-hangs",
  group: "catalogue",
  fault: "one server accepts and never answers",
  async inject(lab) {
    await lab.serve("dc", "docs", { hang: true }, { hang: false });
  },
  expect: { status: "faulty", cause: "SERVER_HANGS", culprit: "server", affects: ["docs"] },
  mustNotSay: ["MTU_BLACKHOLE", "SERVER_DOWN"],
});
