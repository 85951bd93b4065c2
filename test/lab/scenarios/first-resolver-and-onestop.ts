import { DC, OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "first-resolver-and-onestop",
  group: "own",
  fault: "first resolver dead, and the one-stop's server too",
  async inject(lab) {
    await lab.resolvers(["192.0.2.253", OFFICE.router]);
    await lab.filter("dc", "inet filter input", [`ip daddr ${DC.onestop} drop`]);
  },
  expect: {
    status: "faulty",
    cause: "SERVER_DOWN",
    culprit: "server",
    affects: ["onestop"],
    also: ["DNS_FIRST_SERVER_DEAD"],
  },
});
