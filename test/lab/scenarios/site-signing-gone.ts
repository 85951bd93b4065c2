import { HOST, INTERNET } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "site-signing-gone",
  group: "own",
  fault: "the signing authority's site is away, its pages too",
  profile: (profile) => ({
    ...profile,
    systems: profile.systems.map((one) =>
      one.id === "sign_tsa"
        ? {
            ...one,
            endpoints: [...one.endpoints, { protocol: "https", host: HOST.tsa, port: 443, network: "internet" }],
          }
        : one,
    ),
  }),
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", [`ip daddr { ${INTERNET.tsa}, ${INTERNET.ocsp} } drop`]);
  },
  expect: { status: "faulty", cause: "SERVER_DOWN", culprit: "server", affects: ["sign_tsa", "sign_ocsp"] },
  mustNotSay: ["SIGNING_BLOCKED", "PREFIX_UNREACHABLE", "PORT_443_BLOCKED"],
});
