import { writeFileSync } from "node:fs";
import { startDns } from "../../src/practice/servers/dns.ts";
import { startHttp } from "../../src/practice/servers/http.ts";
import { TOWN } from "./town.ts";

/** The servers of the town: started inside its network, they live as long as that does. argv: file to write when ready. */
const now = (): number => Date.now();
const { dns, web, page } = TOWN;
const zone = {
  "known.test": { a: [web] },
  "portal.test": { a: [web] },
  "motcua.test": { a: [web] },
  "page.test": { a: [page] },
};
await startDns({ address: dns, port: 53, behaviour: { zone } });
await startHttp({ address: web, port: 80, now, behaviour: { body: "<title>hello</title>" } });
await startHttp({ address: page, port: 80, now, behaviour: { body: "Known content" } });
writeFileSync(process.argv[2] ?? "", "ready");
