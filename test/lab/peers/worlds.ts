import { appendFile, writeFile } from "node:fs/promises";
import type { DnsBehaviour } from "../../../src/practice/servers/dns-answer.ts";
import type { WebBehaviour } from "../../../src/practice/servers/web.ts";
import type { Lab } from "../lab.ts";
import { DC, HOST, INTERNET, OFFICE, ZONE } from "../map.ts";
import { oddChain, type OddChain } from "../servers/odd-chain.ts";
import type { RawBehaviour } from "../servers/raw.ts";
import { PAGE } from "../servers/town.ts";

/** Worlds that rows of several suites share. */

const RESOLVERS = {
  carrier: ["isp", "resolver"],
  domestic: ["internet", "domesticResolver"],
  foreign: ["internet", "foreignResolver"],
} as const;
export type ResolverName = keyof typeof RESOLVERS;

const HONEST: Partial<DnsBehaviour> = {
  zone: ZONE,
  overrides: {},
  servfail: "none",
  refuse: false,
  silent: false,
  rewriteUnknownTo: null,
};

/** These resolvers answer otherwise. */
export async function resolversSay(lab: Lab, who: readonly ResolverName[], part: Partial<DnsBehaviour>): Promise<void> {
  for (const one of who) {
    const [role, name] = RESOLVERS[one];
    await lab.serve(role, name, part, HONEST);
  }
}

/** Without these names. */
export function zoneWithout(...hosts: readonly string[]): typeof ZONE {
  return Object.fromEntries(Object.entries(ZONE).filter(([name]) => !hosts.includes(name)));
}

/** The document exchange is something that says these bytes. */
export async function docsSays(lab: Lab, behaviour: RawBehaviour, port = 443): Promise<void> {
  if (port === 443) await lab.stop("dc", "docs");
  await lab.start("dc", { kind: "raw", name: "odd", address: DC.docs, port, ...behaviour });
}

/** The same behind a good certificate. */
export async function docsSaysSecurely(lab: Lab, behaviour: Omit<RawBehaviour, "identity">): Promise<void> {
  await docsSays(lab, { ...behaviour, identity: await lab.identity(HOST.docs) });
}

/** The document exchange shows another chain, whose root this laptop trusts. */
export async function docsWithChain(lab: Lab, chain: OddChain): Promise<void> {
  const { root, identity } = await oddChain(HOST.docs, chain);
  const trusted = `${lab.folder}/root.pem`;
  lab.later(async () => await writeFile(trusted, lab.certifier.own.root));
  await appendFile(trusted, root);
  await docsSays(lab, { identity, reply: answerOf(PAGE), ending: "close" });
}

/** A whole answer of HTTP. */
export function answerOf(body: string, status = "200 OK", headers = ""): string {
  return `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n${headers}\r\n${body}`;
}

/** The document exchange answers so, over HTTPS. */
export async function docsAnswers(lab: Lab, part: Partial<WebBehaviour>): Promise<void> {
  await lab.serve("dc", "docs", part, {
    status: 200,
    body: PAGE,
    redirectTo: null,
    headers: { "content-type": "text/html; charset=utf-8" },
    pages: {},
    hang: false,
    delayMs: 0,
  });
}

/** Every plain page is answered by the router itself; everything else of the web is shut. */
export async function plainPagesSay(
  lab: Lab,
  behaviour: Partial<WebBehaviour>,
  secure: "reject" | "drop" = "reject",
): Promise<void> {
  await lab.start("router", { kind: "http", name: "box", address: OFFICE.router, port: 8080, behaviour });
  await lab.filter("router", "ip nat prerouting", [
    `iifname "lan0" ip daddr != ${OFFICE.router} tcp dport 80 redirect to :8080`,
  ]);
  await lab.filter("router", "inet filter forward", [
    "meta l4proto { tcp, udp } th dport 53 accept",
    "meta l4proto { tcp, udp } th sport 53 accept",
    `meta l4proto tcp ${secure === "reject" ? "reject with tcp reset" : "drop"}`,
    "drop",
  ]);
}

/** One system sends on to the portal's host, where somebody stands. */
export async function docsSendsOn(lab: Lab, target: "none" | RawBehaviour): Promise<void> {
  if (target !== "none")
    await lab.start("internet", { kind: "raw", name: "moved", address: INTERNET.portal, port: 443, ...target });
  await docsAnswers(lab, { redirectTo: `https://${HOST.portal}/moi` });
}
