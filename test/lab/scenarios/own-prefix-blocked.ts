import { INTERNET } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-prefix-blocked",
  group: "own",
  fault: "carrier has no way to the national systems' network",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", [`ip daddr { ${INTERNET.dvcqg}, ${INTERNET.sso} } drop`]);
  },
  expect: {
    status: "faulty",
    cause: "PREFIX_UNREACHABLE",
    culprit: ["server", "isp", "datacentre"],
    affects: ["dvcqg", "sso"],
    accept: ["SERVER_DOWN"],
  },
  mustNotSay: ["DATACENTRE_DOWN", "LINE_DOWN", "INTERNATIONAL_DOWN"],
});
