import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";
import { PAGE } from "../servers/town.ts";

export default scenario({
  id: "own-plain-http-on-443",
  group: "own",
  fault: "one server speaks plain HTTP on port 443",
  async inject(lab) {
    await lab.stop("dc", "docs");
    await lab.start("dc", { kind: "http", name: "plain", address: DC.docs, port: 443, behaviour: { body: PAGE } });
  },
  expect: { status: "faulty", cause: "TLS_HANDSHAKE_FAILED", culprit: "server", affects: ["docs"] },
  mustNotSay: ["SNI_BLOCKED", "MTU_BLACKHOLE", "TLS_INTERCEPTED"],
});
