import { scenario } from "../scenario.ts";

export default scenario({
  id: "mail-port-blocked",
  group: "catalogue",
  fault: "carrier blocks the mail ports",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ["tcp dport { 465, 587, 993 } drop"]);
  },
  expect: { status: "faulty", cause: "MAIL_PORT_BLOCKED", culprit: "isp", affects: ["mail"] },
  mustNotSay: ["SERVER_DOWN", "DATACENTRE_DOWN"],
});
