import { HOST, RESOLVER } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-dns-forged",
  group: "own",
  fault: "one name is denied by datagram at every resolver, over TCP it is there",
  async inject(lab) {
    await lab.resolvers([RESOLVER.isp]);
    for (const [role, name] of [
      ["isp", "resolver"],
      ["internet", "domesticResolver"],
      ["internet", "foreignResolver"],
    ] as const)
      await lab.serve(role, name, { forged: [HOST.docs] }, { forged: [] });
  },
  expect: { status: "faulty", cause: "DNS_FORGED", culprit: "isp", affects: ["docs"] },
  mustNotSay: ["DNS_NAME_MISSING", "SERVER_DOWN"],
});
