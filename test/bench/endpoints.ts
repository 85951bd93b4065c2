import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAuthority } from "../../src/practice/servers/authority.ts";
import { startHttps } from "../../src/practice/servers/https.ts";
import { openBlackHole } from "./black-hole.ts";
import { ms, pair, timeOnce, times, type Row } from "./measure.ts";
import { EXECUTABLE } from "./start-up.ts";

const ENDPOINTS = 50;
const SILENT = 10;
const RUNS = 21;
const CURL_LIMIT_S = 5;

/** 50 HTTPS endpoints with certificate expiry against `curl --parallel`, all healthy, then ten of them black-holed. */
export async function fiftyEndpoints(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "qb-bench-"));
  const authority = await createAuthority({
    name: "Bench CA",
    now: () => Date.now(),
    randomBytes: (size) => randomBytes(size),
  });
  const identity = await authority.leaf({ names: ["127.0.0.1", "localhost"] });
  const servers = await Promise.all(
    Array.from({ length: ENDPOINTS }, () =>
      startHttps({ address: "127.0.0.1", port: 0, identity, now: () => Date.now() }),
    ),
  );
  const hole = await openBlackHole(SILENT);
  const root = path.join(folder, "ca.pem");
  writeFileSync(root, authority.root);
  try {
    const alive = servers.map((server) => server.port);
    const mixed = [...alive.slice(SILENT), ...hole.ports];
    const env = { NODE_EXTRA_CA_CERTS: root };
    const scan = (ports: readonly number[], name: string, expect: readonly number[]) => {
      const file = path.join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(profileOf(ports)));
      return () =>
        timeOnce(
          [
            process.execPath,
            EXECUTABLE,
            "scan",
            "--batch",
            "--json",
            "--only",
            "systems",
            "--profile",
            file,
            "--no-save",
            "--data-dir",
            folder,
          ],
          { env, expect },
        );
    };
    const curl = (ports: readonly number[], expect: readonly number[]) => () =>
      timeOnce(
        [
          "curl",
          "--parallel",
          "--parallel-max",
          "50",
          "--silent",
          "--cacert",
          root,
          "--max-time",
          String(CURL_LIMIT_S),
          "--write-out",
          "%{certs}%{http_code}\\n",
          ...ports.flatMap((port) => ["--output", "/dev/null", `https://127.0.0.1:${port}/`]),
        ],
        { expect },
      );
    const healthy = await pair(RUNS, scan(alive, "healthy", [0, 1, 2, 3]), curl(alive, [0]));
    const silent = await pair(3, scan(mixed, "silent", [0, 1, 2, 3]), curl(mixed, [28]));
    const ratio = healthy.left / healthy.right;
    return [
      {
        what: "50 HTTPS endpoints, healthy / curl --parallel",
        measured: `${ms(healthy.left)} / ${ms(healthy.right)} = ${times(ratio)}`,
        target: "≤ 3 ×",
        met: ratio <= 3,
      },
      {
        what: `10 of 50 black-holed (curl --max-time ${CURL_LIMIT_S}: ${ms(silent.right)})`,
        measured: ms(silent.left),
        target: "< 2500 ms",
        met: silent.left < 2500,
      },
    ];
  } finally {
    hole.close();
    await Promise.all(servers.map((server) => server.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function profileOf(ports: readonly number[]): object {
  return {
    id: "bench-fifty",
    version: "1",
    name: { vi: "Đo tốc độ", en: "Benchmark" },
    issuedBy: "bench",
    issuedOn: "2026-01-01",
    validUntil: null,
    unitList: "vn-2025-07",
    controls: {
      resolvers: [],
      ipTargets: [],
      knownName: "localhost",
      httpProbe: { host: "127.0.0.1", port: ports[0] ?? 1, path: "/", status: 200 },
    },
    systems: ports.map((port, index) => ({
      id: `system-${index}`,
      name: { vi: `Hệ thống ${index}`, en: `System ${index}` },
      criticality: "shared",
      status: "active",
      scope: "province",
      evidence: "loopback server of the benchmark",
      lastVerified: null,
      enabled: true,
      endpoints: [{ protocol: "https", host: "127.0.0.1", port, path: "/", network: "internet" }],
    })),
  };
}
