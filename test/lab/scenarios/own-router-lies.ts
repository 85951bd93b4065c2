import { HOST, OFFICE } from "../map.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-router-lies",
  group: "own",
  fault: "router's DNS returns a private address for one system",
  async inject(lab) {
    await lab.router({ lies: [`${HOST.onestop}=${OFFICE.router}`] });
  },
  expect: { status: "faulty", cause: "DNS_HIJACK", culprit: ["dns", "gateway"], affects: ["onestop"] },
  mustNotSay: ["SERVER_REFUSES", "SERVER_DOWN", "CERT_WRONG_HOST"],
});
