import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { parseDarwinArp, parseNdp } from "../../src/collect/local/darwin/neighbours.ts";
import { parseIfconfig, parseHardwarePorts } from "../../src/collect/local/darwin/ifconfig.ts";
import { parseGetpacket } from "../../src/collect/local/darwin/lease.ts";
import { parseNetstatRoutes } from "../../src/collect/local/darwin/routes.ts";
import { parseScutilDns, parseScutilProxy } from "../../src/collect/local/darwin/scutil.ts";
import { dhcpInInterfacesFile } from "../../src/collect/local/linux/dhcp-config.ts";
import { parseIpAddr } from "../../src/collect/local/linux/ip-json.ts";
import { parseDhclientLeases } from "../../src/collect/local/linux/leases/dhclient.ts";
import { parseNetworkdLease } from "../../src/collect/local/linux/leases/networkd.ts";
import { parseNmcliDhcp } from "../../src/collect/local/linux/leases/nmcli.ts";
import { parseProcNetArp, parseProcNetDev, parseProcNetRoute } from "../../src/collect/local/linux/proc-net.ts";
import { parseResolvConf } from "../../src/collect/local/linux/resolv-conf.ts";
import { parseIwSsid } from "../../src/collect/local/linux/wifi.ts";
import { proxyValue } from "../../src/collect/local/proxy/value.ts";
import { parseWindowsArp } from "../../src/collect/local/windows/arp.ts";
import { parseIpconfig } from "../../src/collect/local/windows/ipconfig.ts";
import { parseRoutePrint } from "../../src/collect/local/windows/routes.ts";
import { hostsFacts } from "../../src/collect/local/hosts.ts";
import { isChallenge } from "../../src/collect/endpoint/expect.ts";
import { headMender } from "../../src/collect/endpoint/head.ts";
import { pageText, holdsWords } from "../../src/collect/endpoint/page-text.ts";
import { parsePing } from "../../src/collect/ping/parse.ts";
import { run as checklist } from "../../src/commands/checklist.ts";
import { run as judge } from "../../src/commands/judge.ts";
import { run as profile } from "../../src/commands/profile.ts";
import { run as visits } from "../../src/commands/visits.ts";
import type { Part, Report } from "./report.ts";
import { call, scratch, type Outcome } from "./worlds.ts";

const KIB = 1024;
const MIB = 1024 * KIB;
/** Twice as much may take so many times as long: linear, with room for a machine that does other things beside. */
const GROWTH = 3.2;
const SLACK_MS = 60;
const RUNS = 2;

/** What takes a stranger's text takes time in proportion to it, tells its limits, and never hangs. */
export const linesPart: Part = {
  name: "lines",
  async run(report) {
    await files(report);
    await parsers(report);
  },
};

/** Processor time of the quickest run, milliseconds. */
async function cpuOf(body: () => unknown): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    await body();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

async function grows(report: Report, what: string, size: number, body: (size: number) => unknown): Promise<void> {
  const [one, two] = [await cpuOf(() => body(size)), await cpuOf(() => body(2 * size))];
  report.check(
    `${what} is linear`,
    two <= one * GROWTH + SLACK_MS,
    `${one.toFixed(0)} ms, twice as much ${two.toFixed(0)} ms`,
  );
}

/** What is written into a file of this kind. */
interface Kind {
  readonly what: string;
  readonly name: string;
  /** Bytes for about so many letters. */
  readonly make: (size: number) => Buffer;
  /** What the refusal must say; null where nothing is wrong with the size. */
  readonly says: RegExp;
  readonly take: (folder: string, file: string) => Promise<Outcome>;
}

const importing = (folder: string, file: string): Promise<Outcome> => call(visits, folder, ["import", file], {});
const answering = (folder: string, file: string): Promise<Outcome> => call(checklist, folder, [], { answers: file });
const endless = (size: number): Buffer => Buffer.alloc(size, "a");

const KINDS: readonly Kind[] = [
  { what: "an ndjson line without an end", name: "x.ndjson", make: endless, says: /not JSON/u, take: importing },
  {
    what: "the same, packed",
    name: "x.ndjson.gz",
    make: (size) => gzipSync(endless(size)),
    says: /not JSON/u,
    take: importing,
  },
  {
    what: "many short wrong lines",
    name: "y.ndjson",
    make: (size) => Buffer.from("{}\n".repeat(size / 3 / 8)),
    says: /and \d+ more/u,
    take: importing,
  },
  {
    what: "a JSON document of one string",
    name: "z.json",
    make: (size) => Buffer.from(`"${"b".repeat(size)}"`),
    says: /no schemaVersion/u,
    take: importing,
  },
  {
    what: "a visit full of devices",
    name: "d.json",
    make: (size) => Buffer.from(`{"schemaVersion":1,"devices":[${"{},".repeat(size / 24)}{}]}`),
    says: /wrong at|too many values/u,
    take: importing,
  },
  {
    what: "evidence of one string",
    name: "e.json",
    make: (size) => Buffer.from(`{"observations":"${"c".repeat(size)}"}`),
    says: /./u,
    take: (folder, file) => call(judge, folder, [file], {}),
  },
  { what: "an answer sheet of one line", name: "a.csv", make: endless, says: /1048576/u, take: answering },
  {
    what: "an answer sheet of one row of separators",
    name: "b.csv",
    make: (size) => Buffer.alloc(size, ","),
    says: /1048576/u,
    take: answering,
  },
  {
    what: "an answer sheet of one open quotation mark",
    name: "c.csv",
    make: (size) => Buffer.from(`site,"${"d\n".repeat(size / 2)}`),
    says: /./u,
    take: answering,
  },
  {
    what: "an answer sheet of blanks",
    name: "f.csv",
    make: (size) => Buffer.alloc(size, " "),
    says: /./u,
    take: answering,
  },
  {
    what: "answers nested without an end",
    name: "g.json",
    make: (size) => Buffer.alloc(size / 4, "["),
    says: /./u,
    take: answering,
  },
];

async function files(report: Report): Promise<void> {
  for (const { what, name, make, says, take } of KINDS) {
    const folder = scratch();
    const file = path.join(folder, name);
    const last: Outcome[] = [];
    await grows(report, what, 3 * MIB, async (size) => {
      writeFileSync(file, make(size));
      last.push(await take(folder, file));
    });
    const worst = last.at(-1);
    report.check(
      `${what} ends in words`,
      worst !== undefined && worst.bug === null && worst.status === 78 && says.test(worst.err),
      `${worst?.status} ${worst?.bug ?? worst?.err}`,
    );
  }
  const folder = scratch();
  for (const [name, bytes, says] of [
    ["long.ndjson", Buffer.alloc(70 * MIB, "a"), /line is too long, more than 64 MiB/u],
    ["long.json", Buffer.alloc(70 * MIB, "a"), /longer than 64 MiB/u],
    ["bomb.ndjson.gz", gzipSync(Buffer.alloc(200 * MIB, "\n")), /unpacks to more than 100 times its size/u],
    ["bomb.json.gz", gzipSync(Buffer.alloc(200 * MIB, " ")), /unpacks to more than 100 times its size/u],
    ["members.ndjson.gz", Buffer.concat(Array.from({ length: 50_000 }, () => gzipSync("{}\n"))), /and \d+ more/u],
  ] as const) {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    const { status, err, bug, ms } = await importing(folder, file);
    report.check(
      `${name} tells its limit`,
      status === 78 && says.test(err) && bug === null && ms < 60_000,
      `${status} ${bug ?? err} ${ms.toFixed(0)} ms`,
    );
  }
  const yaml = path.join(folder, "bomb.yaml");
  writeFileSync(
    yaml,
    `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
      .split("")
      .map((key, at) => `${key}: &${key} [${`*${"abcdefghij"[at]},`.repeat(9)}]`)
      .join("\n")}\n`,
  );
  const bomb = await call(profile, folder, ["validate", yaml], {});
  report.check(
    "a profile of aliases of aliases ends in words",
    bomb.status === 78 && bomb.bug === null && bomb.ms < 20_000,
    `${bomb.status} ${bomb.err}`,
  );
}

/** Signs that make patterns try again and again. */
const TEXTS: readonly [string, (size: number) => string][] = [
  ["letters", (size) => "a".repeat(size)],
  ["blanks", (size) => " ".repeat(size)],
  ["digits and dots", (size) => "1.".repeat(size / 2)],
  ["colons", (size) => "a:".repeat(size / 2)],
  ["tags", (size) => "<a ".repeat(size / 3)],
  ["half tags", (size) => "<script><!--".repeat(size / 12)],
  ["brackets", (size) => "[{".repeat(size / 2)],
  ["short lines", (size) => "x: y\n".repeat(size / 5)],
  ["headings", (size) => "eth0: \n".repeat(size / 7)],
  ["equal signs", (size) => "a=b ".repeat(size / 4)],
  ["returns", (size) => "\r".repeat(size)],
  ["interim answers", (size) => "HTTP/1.1 100 X\r\n\r\n".repeat(size / 18)],
  ["commas", (size) => "=1,=1,=1 (".repeat(size / 10)],
];

type Parser = readonly [name: string, parse: (text: string) => unknown];

const name = (): null => null;
const ANSWER = "HTTP/1.1 200 OK\r\n";
const mended = (text: string): unknown => headMender(() => undefined).feed(Buffer.from(text));
const PARSERS: readonly Parser[] = [
  ["ping", (text) => parsePing(text, "192.0.2.1", true)],
  ["arp of macOS", parseDarwinArp],
  ["ndp", parseNdp],
  ["ifconfig", (text) => parseIfconfig(text, parseHardwarePorts(text))],
  ["ipconfig getpacket", (text) => parseGetpacket(text, "en0", true)],
  ["netstat", parseNetstatRoutes],
  ["scutil --dns", parseScutilDns],
  ["scutil --proxy", parseScutilProxy],
  ["interfaces(5)", (text) => dhcpInInterfacesFile(text, "eth0")],
  ["ip addr", parseIpAddr],
  ["dhclient", (text) => parseDhclientLeases(text, "eth0")],
  ["networkd", (text) => parseNetworkdLease(text, 0)],
  ["nmcli", parseNmcliDhcp],
  ["/proc/net/arp", parseProcNetArp],
  ["/proc/net/dev", parseProcNetDev],
  ["/proc/net/route", parseProcNetRoute],
  ["resolv.conf", (text) => parseResolvConf(text, "x")],
  [
    "hosts",
    (text) =>
      hostsFacts({ state: "read", text, bytes: Buffer.from(text), modifiedMs: 0, cut: false }, "hosts", "laptop"),
  ],
  ["iw", parseIwSsid],
  ["a proxy's value", proxyValue],
  ["arp of Windows", (text) => parseWindowsArp(text, name)],
  ["ipconfig", parseIpconfig],
  ["route print", (text) => parseRoutePrint(text, name)],
  ["an answer's status", (text) => mended(`HTTP/${text}x\r\n\r\n`)],
  ["a header's name", (text) => mended(`${ANSWER}x${text}x\r\n\r\n`)],
  ["a header's value", (text) => mended(`${ANSWER}x: ${text}x\r\n\r\n`)],
  ["an answer in drops", (text) => dripping(`HTTP/1.1 100 X\r\nx: ${text}`)],
  ["a page of scripts", (text) => isChallenge({ bytes: 1, text, unread: null, whole: true })],
  ["a page", (text) => pageText(Buffer.from(text), "text/html")],
  ["words of a page", (text) => holdsWords(text, "một cửa điện tử")],
];

/** Three bytes at a time, as a server that hurts does. */
function dripping(text: string): void {
  const mender = headMender(() => undefined);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 3) mender.feed(bytes.subarray(at, at + 3));
}

async function parsers(report: Report): Promise<void> {
  const most = report.rounds(TEXTS.length);
  for (const [at, [parser, parse]] of PARSERS.entries())
    // In brief each reader is given others of the texts than the one before it.
    for (const [text, make] of TEXTS.filter((_, which) => (which + at * most) % TEXTS.length < most)) {
      // Tools are read up to 1 MiB, pages up to a quarter of it.
      const [small, large] = [make(64 * KIB), make(128 * KIB)];
      await grows(report, `${parser} with ${text}`, 1, (size) => parse(size === 1 ? small : large));
    }
}
