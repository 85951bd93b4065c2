import { DC, ZONE } from "../map.ts";
import { PROVINCE } from "../profile.ts";
import { scenario } from "../scenario.ts";

/** A place in the data centre that is named and where nobody listens: with the centre away nobody is asked. */
const CALLS = "goi.tinh.test";

export default scenario({
  id: "site-province-with-calls-gone",
  group: "own",
  fault: "the data centre is away, and its call server with it",
  profile: (profile) => ({
    ...profile,
    systems: profile.systems.map((one) =>
      one.id === "mail"
        ? { ...one, endpoints: [...one.endpoints, { protocol: "stun", host: CALLS, port: 3478, network: "internet" }] }
        : one,
    ),
  }),
  async inject(lab) {
    const zone = { ...ZONE, [CALLS]: { a: [DC.abandoned] } };
    for (const [role, name] of [
      ["isp", "resolver"],
      ["internet", "domesticResolver"],
      ["internet", "foreignResolver"],
    ] as const)
      await lab.serve(role, name, { zone }, { zone: ZONE });
    await lab.filter("internet", "inet filter forward", [`ip daddr { ${Object.values(DC).join(", ")} } drop`]);
  },
  expect: { status: "faulty", cause: "DATACENTRE_DOWN", culprit: "datacentre", affects: PROVINCE },
  mustNotSay: ["SERVER_DOWN", "SERVER_HANGS", "UDP_BLOCKED", "MAIL_PORT_BLOCKED", "LINE_DOWN"],
});
