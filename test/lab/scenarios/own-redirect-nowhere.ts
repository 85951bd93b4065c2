import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-redirect-nowhere",
  group: "own",
  fault: "one system sends on to a name that does not exist",
  async inject(lab) {
    await lab.serve("dc", "docs", { redirectTo: "https://vanban-moi.tinh.test/" }, { redirectTo: null });
  },
  expect: { status: "faulty", cause: "DNS_NAME_MISSING", culprit: "dns", affects: ["docs"] },
  mustNotSay: ["BAD_REPLY", "CONTENT_MISMATCH", "SERVER_HANGS"],
});
