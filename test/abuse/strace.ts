import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { DiskOp } from "./disk-model.ts";

const CALLS = [
  "openat",
  "write",
  "pwrite64",
  "writev",
  "pwritev",
  "fsync",
  "fdatasync",
  "ftruncate",
  "rename",
  "renameat",
  "renameat2",
  "unlink",
  "unlinkat",
  "mkdir",
  "mkdirat",
];

/** True where this machine has strace and lets it look. */
export function canTrace(): boolean {
  return spawnSync("strace", ["-e", "trace=none", "true"], { stdio: "ignore" }).status === 0;
}

/**
 * Runs a program of this runtime and gives, in order, everything that it asked of the disk below a folder, and every line
 * that it told on stdout. SQLite's index of the log is left out: it is made anew after a cut.
 */
export function traced(args: readonly string[], folder: string, log: string): DiskOp[] {
  execFileSync(
    "strace",
    [
      "-f",
      "-y",
      "-xx",
      "-s",
      "16777216",
      "-e",
      `trace=${CALLS.join(",")}`,
      "-o",
      log,
      process.execPath,
      "--no-warnings",
      ...args,
    ],
    { stdio: ["ignore", "ignore", "inherit"], maxBuffer: 2 ** 30 },
  );
  const ops: DiskOp[] = [];
  const waiting = new Map<string, string>();
  for (const line of readFileSync(log, "latin1").split("\n")) {
    const whole = joined(line, waiting);
    if (whole !== null) ops.push(...opsOf(whole, folder));
  }
  return ops;
}

/** A call that another thread interrupted is written in two pieces. */
function joined(line: string, waiting: Map<string, string>): string | null {
  const [, pid = "", rest = ""] = /^(\d+) +(.*)$/su.exec(line) ?? [];
  if (rest.endsWith("<unfinished ...>")) {
    waiting.set(pid, rest.slice(0, -"<unfinished ...>".length));
    return null;
  }
  const resumed = /^<\.\.\. \w+ resumed>(.*)$/su.exec(rest)?.[1];
  if (resumed === undefined) return rest;
  const begun = waiting.get(pid) ?? "";
  waiting.delete(pid);
  return begun + resumed;
}

function opsOf(line: string, folder: string): DiskOp[] {
  const [, name = "", args = "", result = ""] = /^(\w+)\((.*)\) += (-?\d+)/su.exec(line) ?? [];
  if (name === "" || result.startsWith("-")) return [];
  const handle = /^\d+<((?:\\x[0-9a-f]{2})*)>/u.exec(args)?.[1];
  const on = handle === undefined ? null : bytes(handle).toString();
  if (name === "write" && args.startsWith("1<")) return [{ kind: "told", text: textOf(args).toString() }];
  const paths = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/gu)].map(([, hex = ""]) => bytes(hex).toString());
  const [first = "", second = ""] = paths;
  const below = (file: string): boolean => file.startsWith(folder) && !file.endsWith("-shm");
  switch (name) {
    case "openat":
      if (!below(first) || !/O_CREAT|O_TRUNC/u.test(args)) return [];
      return [
        { kind: "create", path: first },
        ...(args.includes("O_TRUNC") ? [{ kind: "truncate" as const, path: first, length: 0 }] : []),
      ];
    case "write":
    case "pwrite64":
      if (on === null || !below(on)) return [];
      return [
        {
          kind: "write",
          path: on,
          at: name === "write" ? null : Number(/, (\d+)$/u.exec(args)?.[1] ?? "0"),
          data: textOf(args).subarray(0, Number(result)),
        },
      ];
    case "writev":
    case "pwritev":
      if (on === null || !below(on)) return [];
      throw new Error(`strace: ${name} is not understood`);
    case "fsync":
    case "fdatasync":
      return on !== null && below(on) ? [{ kind: "sync", path: on }] : [];
    case "ftruncate":
      return on !== null && below(on)
        ? [{ kind: "truncate", path: on, length: Number(/, (\d+)$/u.exec(args)?.[1] ?? "0") }]
        : [];
    case "rename":
    case "renameat":
    case "renameat2":
      return below(first) ? [{ kind: "rename", path: first, to: second }] : [];
    case "unlink":
    case "unlinkat":
      return below(first) ? [{ kind: "unlink", path: first }] : [];
    default:
      return below(first) ? [{ kind: "mkdir", path: path.resolve(first) }] : [];
  }
}

const textOf = (args: string): Buffer => bytes(/"((?:\\x[0-9a-f]{2})*)"/u.exec(args)?.[1] ?? "");
const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll("\\x", ""), "hex");
