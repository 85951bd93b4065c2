import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { evidenceSchema } from "../../src/evidence/schema.ts";
import { RAW } from "../terminal/poison.ts";
import type { Part } from "./report.ts";
import { scratch } from "./worlds.ts";

const OFFICE = path.join(import.meta.dirname, "actors/hostile-office.ts");
const ADDRESS = "192.0.2.9";
const SPACES = ["--map-root-user", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
/** An adapter that leads nowhere, with an address, a router and a resolver. */
const adapter = (resolver: string): string =>
  [
    "ip link set lo up && ip link add one type veth peer name two && ip link set one up && ip link set two up",
    `ip addr add ${ADDRESS}/24 dev one`,
    "ip route add default via 192.0.2.254 dev one && ip neigh add 192.0.2.254 lladdr 02:00:00:00:00:fe dev one",
    `mount --bind ${resolver} "$(readlink -f /etc/resolv.conf)"`,
  ].join(" && ");
const MOST_MIB = 150;
const MOST_MS = 75_000;

const named = z.object({ trick: z.string(), port: z.number() });
const resultSchema = z.object({
  exitCode: z.number().nullable(),
  ms: z.number(),
  peakKiB: z.number(),
  stdout: z.string(),
  stderr: z.string(),
  systems: z.array(z.object({ id: z.string(), trick: z.string(), protocol: z.string() })),
  resolvers: z.array(named),
  stun: z.array(named),
});
const documentSchema = z.object({
  systems: z.array(z.object({ id: z.string(), outcome: z.string() })),
  evidence: evidenceSchema,
});

/** A page came, and a page is what was asked for: its end, its size and its words are another matter. */
const PAGES: ReadonlySet<string> = new Set([
  "a body without an end",
  "chunks without an end",
  "drips its body",
  "a packed body that unpacks to a gigabyte",
  "an unknown coding",
]);

/** A scan of servers that lie, flood, drip and fall silent: it ends in time, in little memory, and takes none for well. */
export const peersPart: Part = {
  name: "peers",
  run(report) {
    const folder = scratch();
    const resolver = path.join(folder, "resolv.conf");
    writeFileSync(resolver, `nameserver ${ADDRESS}\n`);
    const office = [process.execPath, "--no-warnings", OFFICE, folder, ADDRESS];
    const command = [...SPACES, "sh", "-c", `${adapter(resolver)} && exec "$0" "$@"`, ...office];
    const { stdout, stderr, status } = spawnSync("unshare", command, { encoding: "utf8", maxBuffer: 2 ** 28 });
    report.check("a network of its own can be made (unshare, ip)", status === 0, stderr);
    if (status !== 0) return Promise.resolve();
    const result = resultSchema.parse(JSON.parse(stdout));
    report.check(
      "the scan ends with a verdict",
      [0, 1, 2, 3].includes(result.exitCode ?? -1),
      `${result.exitCode} ${result.stderr}`,
    );
    report.check("it ends in time", result.ms < MOST_MS, `${result.ms.toFixed(0)} ms`);
    report.check(
      `it takes at most ${MOST_MIB} MiB`,
      result.peakKiB > 0 && result.peakKiB / 1024 <= MOST_MIB,
      `${result.peakKiB} KiB`,
    );
    report.check("nothing that a terminal acts on comes out", !RAW.test(result.stdout) && !RAW.test(result.stderr));
    const document = documentSchema.parse(JSON.parse(result.stdout));
    for (const { id, trick, protocol } of result.systems) {
      const outcome = document.systems.find((one) => one.id === id)?.outcome;
      report.check(`${protocol}: ${trick} is told`, outcome !== undefined);
      report.check(
        `${protocol}: ${trick} is not well`,
        outcome !== "ok" || (protocol === "http" && PAGES.has(trick)),
        outcome,
      );
    }
    for (const { trick, port } of result.resolvers) {
      const asked = document.evidence.observations.filter(
        (one) => one.collector === "dns" && one.target === `${ADDRESS}#${port}`,
      );
      report.check(`dns: ${trick} was asked`, asked.length > 0);
      report.check(
        `dns: ${trick} is not well`,
        asked.every(({ outcome }) => outcome !== "ok"),
        JSON.stringify(asked[0]),
      );
    }
    for (const { trick, port } of result.stun) {
      const asked = document.evidence.observations.filter(
        (one) => one.collector === "stun" && one.target.endsWith(`:${port}`),
      );
      report.check(`stun: ${trick} was asked`, asked.length > 0);
      report.check(
        `stun: ${trick} is not well`,
        asked.every(({ outcome }) => outcome !== "ok"),
        JSON.stringify(asked[0]),
      );
    }
    const peers = result.systems.length + result.resolvers.length + result.stun.length + 1;
    report.note(
      `${peers} hostile peers: ${(result.ms / 1000).toFixed(1)} s, peak memory ${(result.peakKiB / 1024).toFixed(0)} MiB`,
    );
    return Promise.resolve();
  },
};
