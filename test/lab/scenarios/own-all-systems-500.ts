import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-all-systems-500",
  group: "own",
  fault: "every system of the province answers 500",
  async inject(lab) {
    for (const name of ["onestop", "docs", "reports"]) await lab.serve("dc", name, { status: 500 }, { status: 200 });
  },
  expect: {
    status: "faulty",
    cause: "SERVER_ERROR",
    culprit: ["server", "datacentre"],
    affects: ["onestop", "docs", "reports"],
  },
  mustNotSay: ["DATACENTRE_DOWN", "CAPTIVE_PORTAL"],
});
