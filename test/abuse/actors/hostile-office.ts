// In a network of its own: node hostile-office.ts FOLDER ADDRESS. Starts every hostile server, scans them with the product, and
// prints as one JSON document how that ended: exit status, time, peak memory, the scan's own document.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sample, system } from "../../profile/sample.ts";
import { hostile, HTTP_TRICKS, LINE_TRICKS, type Trick } from "../hostile-answers.ts";
import { DNS_TRICKS, hostileUdp, STUN_TRICKS } from "../hostile-datagrams.ts";

const [folder = "", host = ""] = process.argv.slice(2);
const BIN = path.resolve(import.meta.dirname, "../../../bin/qbrecover.mjs");
const LOOK_MS = 20;

const systems: { readonly id: string; readonly trick: string; readonly protocol: string }[] = [];
const entries: unknown[] = [];

async function add(trick: string, protocol: string, play: Trick): Promise<void> {
  const { port } = await hostile(play, host);
  const id = `s${systems.length}`;
  systems.push({ id, trick, protocol });
  const endpoint = { protocol, host, port, network: "internet", timeoutMs: 1500 };
  entries.push({
    ...system(id),
    endpoints: [protocol === "http" || protocol === "https" ? { ...endpoint, path: "/" } : endpoint],
  });
}

for (const [trick, play] of Object.entries(HTTP_TRICKS)) await add(trick, "http", play);
for (const trick of ["silence", "garbage", "closes after the first byte", "drips its head"])
  await add(trick, "https", HTTP_TRICKS[trick] ?? (() => undefined));
for (const [trick, play] of Object.entries(LINE_TRICKS))
  for (const protocol of ["smtp", "imaps"]) await add(trick, protocol, play);
await add("a body without an end", "tsa", HTTP_TRICKS["a body without an end"] ?? (() => undefined));
const resolvers = await Promise.all(
  Object.entries(DNS_TRICKS).map(async ([trick, answer]) => ({ trick, port: (await hostileUdp(answer, host)).port })),
);
const stun = await Promise.all(
  Object.entries(STUN_TRICKS).map(async ([trick, answer]) => ({ trick, port: (await hostileUdp(answer, host)).port })),
);
const page = await hostile(HTTP_TRICKS["a packed body that unpacks to a gigabyte"] ?? (() => undefined), host);

const profile = {
  ...sample(),
  systems: entries,
  controls: {
    resolvers: resolvers.map(({ trick, port }) => ({ address: host, port, label: trick, region: "domestic" })),
    ipTargets: [],
    knownName: "known.example.test",
    httpProbe: { host, port: page.port, path: "/", status: 200 },
    stun: stun.map(({ port }) => ({ host, port })),
  },
};
writeFileSync(path.join(folder, "profile.json"), JSON.stringify(profile));
const args = [
  "scan",
  "--batch",
  "--json",
  "--no-save",
  "--deadline",
  "40",
  "--skip",
  "sweep",
  "--profile",
  path.join(folder, "profile.json"),
];
const started = performance.now();
const child = spawn(process.execPath, [BIN, ...args], {
  stdio: ["ignore", "pipe", "pipe"],
  env: { ...process.env, HOME: folder },
});
let [stdout, stderr, peakKiB] = ["", "", 0];
child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
// The kernel keeps the highest mark itself: the last look before the end has it.
const look = setInterval(() => {
  try {
    const told = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    peakKiB = Math.max(peakKiB, Number(told ?? 0));
  } catch {
    // It has just ended.
  }
}, LOOK_MS);
await once(child, "close");
clearInterval(look);
const result = {
  exitCode: child.exitCode,
  ms: performance.now() - started,
  peakKiB,
  stdout,
  stderr,
  systems,
  resolvers,
  stun,
};
process.stdout.write(JSON.stringify(result), () => process.exit());
