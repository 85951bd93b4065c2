import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { laptop } from "../visit/helpers/laptop.ts";
import { QUICK, scratch } from "./offices.ts";

const BIN = path.resolve(import.meta.dirname, "../../src/cli.ts");
const shell = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(" ");

/** Files and folders that anybody but their user can open. */
function open(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => (statSync(path.join(folder, name)).mode & 0o077) !== 0,
  );
}

it("whatever the commands write is for its user alone, where the system would give it to everybody", () => {
  // The centre takes photos from a bundle; the laptop's own folder is the source alone.
  const { context, visit } = laptop();
  const home = scratch();
  const place = path.join(home, "out");
  mkdirSync(place, { mode: 0o700 });
  const data = path.join(home, "data");
  const run = (...args: string[]): void => {
    const command = `umask 000; exec ${shell([process.execPath, "--no-warnings", BIN, ...args])}`;
    execFileSync("sh", ["-c", command], { cwd: place, stdio: ["ignore", "ignore", "inherit"] });
  };
  run("upload", "--bundle", "stick", "--data-dir", context.dataDir, "--lang", "en");
  const here = ["--data-dir", data, "--lang", "en"];
  run("visits", "import", "stick.ndjson.gz", ...here);
  // The second start of a day's work keeps a copy of what the first has left.
  for (let start = 0; start < 2; start += 1) run("practice", "--batch", "--save", ...QUICK, ...here);
  run("practice", "--batch", "--record", "evidence.json", ...QUICK, ...here);
  run("visits", "export", "--all", "-o", "all.ndjson", ...here);
  run("report", visit.id, "--format", "html", "-o", "record.html", ...here);
  run("report", "--all", "--table", "devices", "-o", "devices.csv", ...here);
  run("visits", "rescue", "-o", "rescued/visits.db", ...here);
  run("profile", "set", "onestop=192.0.2.7", "-p", "mau-tinh", ...here);

  expect(existsSync(path.join(data, "photos", visit.id))).toBe(true);
  expect(readdirSync(data).toSorted()).toEqual(["photos", "profiles", "visits.db", "visits.db.bak"]);
  expect(open(home)).toEqual([]);
});
