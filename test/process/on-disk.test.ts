import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../src/visit/store.ts";
import { device, finding, scan, visit } from "../visit/helpers/sample.ts";
import { scratch } from "./offices.ts";

// What a program asked of the disk is told by the system alone: strace writes down each sync and each renaming.
const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");
const WRITER = path.resolve(import.meta.dirname, "../visit/helpers/writer.ts");

/** What the process did, in order: `sync PATH`, `rename FROM TO`, and what it printed on stdout. Null without strace. */
function traced(args: readonly string[]): string[] | null {
  const log = path.join(scratch(), "trace");
  const strace = ["-f", "-y", "-s", "300", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2,write", "-o", log];
  try {
    execFileSync("strace", ["-V"], { stdio: "ignore" });
  } catch {
    process.stderr.write("\n!!! NOT TESTED HERE: what is synced to the disk needs strace(1)\n\n");
    return null;
  }
  execFileSync("strace", [...strace, process.execPath, ...args], { stdio: "pipe" });
  return readFileSync(log, "utf8")
    .split("\n")
    .flatMap((line) => {
      const sync = /\bf(?:data)?sync\(\d+<([^>]+)>/u.exec(line)?.[1];
      if (sync !== undefined) return [`sync ${sync}`];
      const [, from, to] =
        /\brename(?:at2?)?\((?:AT_FDCWD[^,]*, )?"([^"]+)", (?:AT_FDCWD[^,]*, )?"([^"]+)"/u.exec(line) ?? [];
      if (from !== undefined && to !== undefined) return [`rename ${from} ${to}`];
      const told = /\bwrite\(1<[^>]*>, "([^"]*)"/u.exec(line)?.[1];
      return told === undefined ? [] : [told.replace(/\\n$/u, "")];
    });
}

function filled(): { readonly folder: string; readonly id: string } {
  const folder = scratch();
  const one = visit({
    finishedAt: "2026-11-21T09:00:00+07:00",
    devices: [device("d1")],
    scan: scan("faulty", [], [finding()]),
  });
  const store = openStore(folder, "en");
  store.create(one);
  store.close();
  return { folder, id: one.id };
}

it("each answer and each device is on the disk before the next question: the log is synced with every commit", () => {
  const { folder, id } = filled();
  const seen = traced([WRITER, folder, id, "q", "5"]);
  if (seen === null) return;
  const log = `sync ${path.join(folder, "visits.db-wal")}`;
  let from = 0;
  for (let n = 0; n < 5; n += 1) {
    const at = seen.indexOf(`q${n}`);
    expect(at).toBeGreaterThanOrEqual(from);
    // An answer and a device: two commits, two syncs.
    expect(seen.slice(from, at).filter((each) => each === log).length).toBeGreaterThanOrEqual(2);
    from = at + 1;
  }
});

it.each<[what: string, file: string, args: string[]]>([
  ["a table", "out.csv", ["report", "--format", "csv", "--table", "devices", "-o"]],
  ["the record", "record.html", ["report", "--format", "html", "-o"]],
  ["all visits as JSON", "all.json", ["report", "--all", "--format", "json", "-o"]],
  ["an export", "one.json", ["visits", "export", "ID", "-o"]],
  ["an export of all", "all.ndjson.gz", ["visits", "export", "--all", "-o"]],
  ["an export into a folder", "export/", ["visits", "export", "--all", "-o"]],
  ["a bundle for a stick", "bundle.ndjson.gz", ["upload", "--bundle"]],
])("%s is synced before it gets its name, and the name is synced after", (_what, file, args) => {
  const { folder, id } = filled();
  const out = path.join(folder, "out");
  mkdirSync(out);
  const target = path.join(out, file);
  const call = args.map((arg) => (arg === "ID" ? id : arg));
  const seen = traced([ENTRY, ...call, target, "--data-dir", folder, "--lang", "en"]);
  if (seen === null) return;
  const written = file.endsWith("/") ? readdirSync(target).map((name) => path.join(target, name)) : [target];
  expect(written).toHaveLength(1);
  for (const one of written) {
    expect(existsSync(one)).toBe(true);
    const renamed = seen.findIndex((each) => each.startsWith("rename ") && each.endsWith(` ${one}`));
    const draft = seen[renamed]?.split(" ")[1] ?? "";
    expect(seen.slice(0, renamed)).toContain(`sync ${draft}`);
    expect(seen.slice(renamed)).toContain(`sync ${path.dirname(one)}`);
  }
});
