import { HOST, ZONE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-name-missing",
  group: "own",
  fault: "a system's name is gone everywhere",
  async inject(lab) {
    const { [HOST.docs]: _gone, ...zone } = ZONE;
    for (const [role, name] of [
      ["isp", "resolver"],
      ["internet", "domesticResolver"],
      ["internet", "foreignResolver"],
    ] as const)
      await lab.serve(role, name, { zone }, { zone: ZONE });
  },
  expect: { status: "faulty", cause: "DNS_NAME_MISSING", culprit: "dns", affects: ["docs"] },
  mustNotSay: ["SERVER_DOWN"],
});
