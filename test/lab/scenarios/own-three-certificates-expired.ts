import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-three-certificates-expired",
  group: "own",
  fault: "three certificates expired on the same day, the clock is right",
  async inject(lab) {
    for (const name of ["onestop", "docs", "reports"] as const)
      await lab.certify("dc", name, HOST[name], await lab.identity(HOST[name], "expired"));
  },
  expect: {
    status: "faulty",
    cause: "CERT_EXPIRED",
    culprit: ["server", "datacentre"],
    affects: ["onestop", "docs", "reports"],
  },
  mustNotSay: ["CLOCK_WRONG", "TLS_INTERCEPTED"],
});
