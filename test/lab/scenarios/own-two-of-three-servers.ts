import { DC } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-two-of-three-servers",
  group: "own",
  fault: "two of the province's servers dead, the others fine",
  async inject(lab) {
    await lab.filter("dc", "inet filter input", [`ip daddr { ${DC.onestop}, ${DC.docs} } drop`]);
  },
  expect: { status: "faulty", cause: "SERVER_DOWN", culprit: "server" },
  mustNotSay: ["DATACENTRE_DOWN", "LINE_DOWN", "PORT_443_BLOCKED"],
});
