import { INTERNET } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "signing-blocked",
  group: "catalogue",
  fault: "carrier blocks time stamp and certificate status",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", [
      `ip daddr { ${INTERNET.tsa}, ${INTERNET.ocsp} } tcp dport 80 drop`,
    ]);
  },
  expect: { status: "faulty", cause: "SIGNING_BLOCKED", culprit: "isp", affects: ["sign_tsa", "sign_ocsp"] },
  mustNotSay: ["SERVER_DOWN"],
});
