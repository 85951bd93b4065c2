import { HOST, INTERNET } from "../map.ts";
import { expecting } from "../profile.ts";
import { silent } from "../scenario.ts";
import { PAGE } from "../servers/town.ts";

export default silent({
  id: "own-redirect-good",
  fault: "one system sends on to a host that the profile allows, another to the log-in of a third",
  async inject(lab) {
    const identity = await lab.identity(HOST.portal);
    await lab.start("internet", {
      kind: "https",
      name: "moved",
      address: INTERNET.portal,
      port: 443,
      identity,
      behaviour: { body: PAGE },
    });
    await lab.serve("dc", "docs", { redirectTo: `https://${HOST.portal}/moi` }, { redirectTo: null });
    await lab.serve("dc", "reports", { redirectTo: `https://${HOST.sso}/cas/login` }, { redirectTo: null });
  },
  profile: (profile) => expecting(profile, "docs", { redirectTo: [HOST.portal] }),
});
