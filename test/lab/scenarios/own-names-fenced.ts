import { ZONE } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-names-fenced",
  group: "own",
  fault: "every resolver, wherever it stands, says of every name that it does not exist",
  async inject(lab) {
    for (const [role, name] of [
      ["isp", "resolver"],
      ["internet", "domesticResolver"],
      ["internet", "foreignResolver"],
    ] as const)
      await lab.serve(role, name, { zone: {} }, { zone: ZONE });
  },
  expect: { status: "faulty", cause: "DNS_NAMES_FENCED", culprit: "isp", affects: ALL_SYSTEMS },
  mustNotSay: ["DNS_NAME_MISSING", "SERVER_DOWN", "LINE_DOWN"],
});
