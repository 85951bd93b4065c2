import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { visit } from "../visit/helpers/sample.ts";
import { sample, system } from "../profile/sample.ts";
import { qbrecover } from "../support/qbrecover.ts";
import { scratch, TRACE } from "./offices.ts";

/** A folder with every kind of wrong file in it. */
function wrongFiles(): string {
  const folder = scratch();
  const put = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const [first] = system("onestop").endpoints;
  put(
    "dash.json",
    JSON.stringify({
      ...sample(),
      systems: [{ ...system("onestop"), endpoints: [{ ...first, host: "-oProxyCommand=x" }] }],
    }),
  );
  put("cut.json", JSON.stringify(sample(), null, 2).slice(0, 400));
  put("large.json", "");
  truncateSync(path.join(folder, "large.json"), 50 * 1024 * 1024);
  put("visit-cut.json", JSON.stringify(visit(), null, 1).slice(0, -40));
  put("visit-newer.json", JSON.stringify({ ...visit(), schemaVersion: 99 }));
  put("evidence-newer.json", JSON.stringify({ schemaVersion: 99, observations: [] }));
  put("garbage.json", "\u0000\u001b[31mgarbage");
  put("huge.json", "");
  truncateSync(path.join(folder, "huge.json"), 200 * 1024 * 1024);
  put("file", "");
  put("empty.json", "");
  mkdirSync(path.join(folder, "folder"));
  return folder;
}

const USAGE = 64;
const CONFIG = 78;

describe("a mistake gets one clear message in either language, its own status, and nothing on stdout", () => {
  it.each<[name: string, args: string[], status: number, says: string]>([
    ["unknown profile", ["scan", "--batch", "-p", "tinh-khac"], CONFIG, '"tinh-khac"'],
    ["missing profile file", ["scan", "--batch", "-p", "gone.json"], CONFIG, "gone.json"],
    ["host that looks like an option", ["scan", "--batch", "-p", "dash.json"], CONFIG, "systems[0].endpoints[0].host"],
    ["profile cut short", ["scan", "--batch", "-p", "cut.json"], CONFIG, "cut.json"],
    ["profile of 50 MB", ["scan", "--batch", "-p", "large.json"], CONFIG, "50 MB"],
    ["profile that is a folder", ["profile", "validate", "./folder"], CONFIG, "folder"],
    ["empty profile", ["profile", "add", "empty.json"], CONFIG, "empty.json"],
    ["unknown fault", ["practice", "--fault", "lũ"], USAGE, '"lũ"'],
    ["unknown table", ["report", "--table", "floods"], USAGE, '"floods"'],
    ["unknown visit", ["report", "ffff"], USAGE, "ffff"],
    ["no visits yet", ["report"], CONFIG, "bin/qbrecover.mjs scan"],
    ["impossible date", ["report", "--all", "--since", "2026-13-45"], USAGE, "2026-13-45"],
    ["output that is a folder", ["report", "--all", "-o", "folder"], CONFIG, "folder"],
    ["output in a missing folder", ["report", "--all", "-o", "gone/a.csv"], CONFIG, "gone/a.csv"],
    ["output below a file", ["report", "--all", "-o", "file/a.csv"], CONFIG, "file/a.csv"],
    ["output over a picture", ["report", "--all", "-o", "large.json"], USAGE, "--force"],
    ["record over somebody's file", ["practice", "--batch", "--record", "garbage.json"], USAGE, "garbage.json"],
    ["export below a file", ["visits", "export", "--all", "-o", "file/a"], CONFIG, "file/a"],
    ["answers that are missing", ["checklist", "--answers", "gone.csv"], CONFIG, "gone.csv"],
    ["template in a missing folder", ["checklist", "--template", "gone/a.csv"], CONFIG, "gone/a.csv"],
    ["record in a missing folder", ["practice", "--batch", "--record", "gone/a.json"], USAGE, "gone/a.json"],
    ["unknown commune", ["scan", "--batch", "--unit", "zzz"], USAGE, '"zzz"'],
    ["ambiguous commune", ["scan", "--batch", "--unit", "Quảng"], USAGE, "vn-2025-07:19207"],
    ["deadline that never ends", ["scan", "--batch", "--deadline", "1e9"], USAGE, '"1e9"'],
    ["upload to nowhere", ["upload"], USAGE, "--to"],
    ["upload to no address", ["upload", "--to", "garbage"], USAGE, '"garbage"'],
    ["upload in the clear", ["upload", "--to", "http://example.com/x"], USAGE, "https"],
    ["questions without a terminal", ["checklist"], USAGE, "--answers"],
    ["answers file far too large", ["checklist", "--answers", "huge.json"], CONFIG, "huge.json"],
    ["removing without a terminal", ["visits", "remove", "ffff"], USAGE, "ffff"],
    ["judging garbage", ["judge", "garbage.json"], CONFIG, "garbage.json"],
    ["judging a folder", ["judge", "folder"], CONFIG, "folder"],
    ["judging nothing", ["judge", "gone.json"], CONFIG, "gone.json"],
    ["judging a device that never ends", ["judge", "/dev/zero"], CONFIG, "/dev/zero"],
    ["judging evidence of a newer version", ["judge", "evidence-newer.json"], CONFIG, "99"],
    ["judging 200 MB", ["judge", "huge.json"], CONFIG, "200 MiB"],
    ["importing a device", ["visits", "import", "/dev/zero"], CONFIG, "/dev/zero"],
    ["data folder that is a file", ["scan", "--batch", "--data-dir", "file"], CONFIG, "file"],
    ["data folder below a file", ["visits", "list", "--data-dir", "file/data"], CONFIG, "file/data"],
    [
      "data folder where none can be made",
      ["visits", "list", "--data-dir", "/proc/qbrecover"],
      CONFIG,
      "/proc/qbrecover",
    ],
  ])("%s", { timeout: 60_000 }, async (_name, args, status, says) => {
    const cwd = wrongFiles();
    const call = (lang: string) =>
      qbrecover(args, { cwd, env: { QBRECOVER_HOME: path.join(cwd, "data"), LANG: lang } });
    const [vi, en] = await Promise.all([call(""), call("en_US.UTF-8")]);
    for (const { exitCode, stdout, stderr } of [vi, en]) {
      expect({ exitCode, stdout }).toEqual({ exitCode: status, stdout: "" });
      expect(stderr).toMatch(/^qbrecover: /u);
      expect(stderr).toContain(says);
      expect(stderr).not.toMatch(TRACE);
      // The system's own words, and drafts that nobody named.
      expect(stderr).not.toMatch(/\bE[A-Z]{3,}\b|\.part\b|no such file or directory, /u);
      // oxlint-disable-next-line no-control-regex
      expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
    }
    expect(vi.stderr).not.toBe(en.stderr);
  });

  it.each([
    ["visit-cut.json", "visit-cut.json"],
    ["visit-newer.json", "99"],
    ["garbage.json", "garbage.json"],
  ])("%s is not imported and says why", async (file, says) => {
    const cwd = wrongFiles();
    const env = { QBRECOVER_HOME: path.join(cwd, "data") };
    const { exitCode, stderr } = await qbrecover(["visits", "import", file], { cwd, env });
    expect(exitCode).toBe(CONFIG);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(TRACE);
    expect((await qbrecover(["visits", "export", "--all"], { cwd, env })).stdout).toBe("");
  });
});
