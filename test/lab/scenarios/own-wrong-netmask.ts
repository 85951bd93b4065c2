import { OFFICE } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-wrong-netmask",
  group: "own",
  fault: "netmask so small that the router is outside it",
  async inject(lab) {
    lab.renewLater();
    await lab.ip("laptop", ["addr flush dev eth0 scope global", `addr add ${OFFICE.laptop}/28 brd + dev eth0`]);
    await lab.resolvers([OFFICE.router]);
  },
  expect: {
    status: "faulty",
    cause: "WRONG_NETMASK",
    culprit: ["laptop", "gateway"],
    affects: ALL_SYSTEMS,
    accept: ["NO_DEFAULT_ROUTE", "STATIC_WRONG_SUBNET"],
  },
  baseline: true,
});
