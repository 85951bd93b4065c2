import { HOST, INTERNET } from "../map.ts";
import { expecting } from "../profile.ts";
import { PAGE } from "../servers/town.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-redirect-expired",
  group: "own",
  fault: "one system sends on to a host whose certificate expired",
  async inject(lab) {
    const identity = await lab.identity(HOST.portal, "expired");
    await lab.start("internet", {
      kind: "https",
      name: "moved",
      address: INTERNET.portal,
      port: 443,
      identity,
      behaviour: { body: PAGE },
    });
    await lab.serve("dc", "docs", { redirectTo: `https://${HOST.portal}/moi` }, { redirectTo: null });
  },
  profile: (profile) => expecting(profile, "docs", { redirectTo: [HOST.portal] }),
  expect: { status: "faulty", cause: "CERT_EXPIRED", culprit: "server", affects: ["docs"] },
  mustNotSay: ["CONTENT_MISMATCH", "BAD_REPLY"],
});
