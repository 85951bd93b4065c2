import { isIP } from "node:net";
import type { ResolverFact } from "../facts.ts";

/** resolv.conf(5): the servers in their order and the search list (the last `search` or `domain` line counts). */
export function parseResolvConf(text: string, source: string): { servers: ResolverFact[]; search: string[] } {
  const servers: ResolverFact[] = [];
  let search: string[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const [keyword, ...values] = line
      .replace(/[#;].*$/u, "")
      .trim()
      .split(/\s+/u);
    const [first] = values;
    if (keyword === "nameserver" && first !== undefined && isIP(first) !== 0) {
      const zone = /%(.+)$/u.exec(first)?.[1] ?? null;
      servers.push({ address: first, port: 53, interface: zone, source });
    } else if (keyword === "search" || keyword === "domain") search = values;
  }
  return { servers, search };
}

/** Is it one of the forwarders that a Linux system runs for itself? What counts then is whom they ask. */
export function isOwnStub(address: string): boolean {
  return address === "127.0.0.53" || address === "127.0.0.54";
}
