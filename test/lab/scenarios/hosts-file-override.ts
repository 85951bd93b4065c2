import { HOST, INTERNET } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "hosts-file-override",
  group: "catalogue",
  fault: "hosts file leads a government name elsewhere",
  async inject(lab) {
    await lab.hosts([`${INTERNET.portal} ${HOST.onestop}`]);
  },
  expect: { status: "faulty", cause: "HOSTS_FILE_OVERRIDE", culprit: "laptop", affects: ["onestop"] },
  mustNotSay: ["SERVER_REFUSES", "CERT_WRONG_HOST", "DNS_HIJACK", "SERVER_DOWN"],
});
