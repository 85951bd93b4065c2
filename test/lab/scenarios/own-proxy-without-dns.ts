import { writeFile } from "node:fs/promises";
import { OFFICE } from "../map.ts";
import { officeProxy } from "../faults.ts";
import { scenario } from "../scenario.ts";

export default scenario({
  id: "own-proxy-without-dns",
  group: "own",
  fault: "proxy that cannot resolve names itself",
  async inject(lab) {
    const file = `/etc/netns/${lab.ns("pc")}/resolv.conf`;
    lab.later(async () => await writeFile(file, `nameserver ${OFFICE.router}\n`));
    await writeFile(file, "nameserver 192.168.77.9\n");
    await officeProxy(lab);
  },
  expect: { status: "faulty", cause: "PROXY_REFUSES", culprit: "proxy", accept: ["PROXY_DEAD"] },
  mustNotSay: ["SERVER_DOWN", "LINE_DOWN", "DNS_RESOLVER_SILENT"],
});
