import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-mail-no-greeting",
  group: "own",
  fault: "mail server accepts and says nothing",
  async inject(lab) {
    await lab.serve("dc", "smtp", { greeting: null }, { greeting: "mail ESMTP" });
    await lab.serve("dc", "imaps", { greeting: null }, { greeting: "OK IMAP4rev1 ready" });
  },
  expect: { status: "faulty", cause: "SERVER_HANGS", culprit: "server", affects: ["mail"] },
  mustNotSay: ["MAIL_PORT_BLOCKED"],
});
