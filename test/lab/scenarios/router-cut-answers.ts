import { scenario } from "../scenario.ts";

export default scenario({
  id: "router-cut-answers",
  group: "own",
  fault: "router's resolver sends cut answers, TCP 53 is shut",
  async inject(lab) {
    await lab.serve("isp", "resolver", { cut: true }, { cut: false });
    await lab.filter("isp", "inet filter input", ["tcp dport 53 drop"]);
  },
  expect: { status: "faulty", cause: "DNS_TCP_BLOCKED", culprit: ["gateway", "dns", "isp"] },
  mustNotSay: ["DNS_NAME_MISSING", "DNS_HIJACK", "DNS_NAMES_FENCED", "LINE_DOWN"],
});
