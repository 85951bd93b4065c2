import { INTERNET } from "../map.ts";
import { NATIONAL } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "site-national-gone",
  group: "own",
  fault: "every national system away, time stamp and calls too",
  async inject(lab) {
    const { dvcqg, sso, tsa, ocsp, stun } = INTERNET;
    await lab.filter("isp", "inet filter forward", [`ip daddr { ${[dvcqg, sso, tsa, ocsp, stun].join(", ")} } drop`]);
  },
  expect: { status: "faulty", cause: "NATIONAL_DOWN", culprit: ["server", "isp"], affects: NATIONAL },
  mustNotSay: ["SIGNING_BLOCKED", "UDP_BLOCKED", "PREFIX_UNREACHABLE", "SERVER_DOWN"],
});
