import { appendFile, writeFile } from "node:fs/promises";
import { HOST } from "../map.ts";
import { scenario } from "../scenario.ts";
import { expiredIntermediate } from "../servers/expired-intermediate.ts";

export default scenario({
  id: "own-expired-intermediate",
  group: "own",
  fault: "intermediate certificate of one server expired",
  async inject(lab) {
    const { root, identity } = await expiredIntermediate(HOST.docs);
    const trusted = `${lab.folder}/root.pem`;
    lab.later(async () => await writeFile(trusted, lab.certifier.own.root));
    await appendFile(trusted, root);
    await lab.certify("dc", "docs", HOST.docs, identity);
  },
  expect: {
    status: "faulty",
    cause: "CERT_EXPIRED",
    culprit: "server",
    affects: ["docs"],
    accept: ["CERT_CHAIN_INCOMPLETE"],
  },
  mustNotSay: ["CLOCK_WRONG", "TLS_INTERCEPTED", "SERVER_DOWN"],
});
