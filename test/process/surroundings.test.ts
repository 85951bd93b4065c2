import { mkdirSync } from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { tinyDisk } from "../visit/helpers/mount.ts";
import { qbrecover, startQbrecover } from "../support/qbrecover.ts";
import { QUICK, scratch, TRACE } from "./offices.ts";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");
const PRACTICE = ["practice", "--batch", "--json", ...QUICK];

function healthy(stdout: string): void {
  expect(JSON.parse(stdout)).toMatchObject({ verdict: { status: "healthy" } });
}

describe("whatever the surroundings", () => {
  it.each([
    ["a proxy that is no address", { HTTPS_PROXY: "garbage", HTTP_PROXY: "::::" }],
    ["a locale that does not exist", { LANG: "xx", LC_ALL: "zz_ZZ.KOI-9" }],
    ["a dumb terminal", { TERM: "dumb" }],
    ["no colour wanted", { NO_COLOR: "1" }],
    ["colour forced", { FORCE_COLOR: "3" }],
    ["a home that is not there", { HOME: "/nonexistent/home" }],
    ["a time zone that is not there", { TZ: "Mars/Olympus" }],
  ])("%s: practice is healthy, with plain output", async (_name, env) => {
    const { exitCode, stdout, stderr } = await qbrecover(PRACTICE, { env });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    healthy(stdout);
    expect(stdout).not.toContain("\u001b");
  });

  it("a home that cannot be made is told by its place when a visit is to be stored", async () => {
    const { exitCode, stdout, stderr } = await qbrecover([...PRACTICE, "--save"], { env: { HOME: "/proc/nobody" } });
    expect({ exitCode, stdout }).toEqual({ exitCode: 78, stdout: "" });
    expect(stderr).toContain("/proc/nobody");
    expect(stderr).toContain("--data-dir");
    expect(stderr).not.toMatch(TRACE);
  });

  it("a data folder with blanks and Vietnamese letters", async () => {
    const folder = path.join(scratch(), "Dữ liệu xã Đồng Hới (đợt 1)");
    expect((await qbrecover([...PRACTICE, "--save", "--data-dir", folder])).exitCode).toBe(0);
    const { exitCode, stdout } = await qbrecover(["report", "--format", "json", "--data-dir", folder]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("luyen-tap");
  });

  it("a folder that nobody may write to", async () => {
    const disk = tinyDisk(4096);
    if (disk === null) return;
    expect((await qbrecover([...PRACTICE, "--save", "--data-dir", disk.folder])).exitCode).toBe(0);
    disk.remountReadOnly();
    const refused = await qbrecover([...PRACTICE, "--save", "--data-dir", disk.folder]);
    expect(refused).toMatchObject({ exitCode: 78, stdout: "" });
    expect(refused.stderr).not.toMatch(TRACE);
    // What is on the stick can still be taken off it.
    expect((await qbrecover(["visits", "export", "--all", "--data-dir", disk.folder])).stdout).toContain('"luyen-tap"');
  });

  it(
    "a disk that is full, and one that fills up during the scan: the result is shown all the same",
    { timeout: 60_000 },
    async () => {
      const disk = tinyDisk(1536);
      if (disk === null) return;
      const args = ["practice", "--json", "--save", "--lang", "en", ...QUICK, "--data-dir", disk.folder];
      const running = startQbrecover(args);
      await running.printed("[1/");
      // dd ends with an error when the disk is full; that is the point.
      await execa("dd", ["if=/dev/zero", `of=${disk.folder}/filler`, "bs=4k"], { reject: false });
      const filled = await running.ended();
      expect(filled.exitCode).toBe(78);
      expect(filled.stderr).toMatch(/is full/u);
      expect(filled.stderr).not.toMatch(TRACE);
      healthy(filled.stdout);
      const full = await qbrecover(args);
      expect(full).toMatchObject({ exitCode: 78, stdout: "" });
      expect(full.stderr).toMatch(/is full/u);
    },
  );

  it("results that the disk behind stdout does not take are an error, told in one line", async () => {
    const { exitCode, stderr } = await execa(
      "sh",
      ["-c", '"$0" "$@" >/dev/full', process.execPath, ENTRY, ...PRACTICE, "--lang", "en"],
      { reject: false },
    );
    expect(exitCode).toBe(78);
    // With --json an error is one JSON object, too.
    expect(JSON.parse(stderr)).toMatchObject({ error: { exit: 78, message: expect.stringContaining("ENOSPC") } });
    expect(stderr).not.toMatch(TRACE);
  });

  it.each([
    ["healthy", [], 0],
    ["with a fault", ["--fault", "cert-expired"], 1],
  ])("a reader that leaves at once does not change the status of a scan %s", async (_name, more, status) => {
    const running = startQbrecover([...PRACTICE, ...more]);
    running.closeStdout();
    const { exitCode, stderr } = await running.ended();
    expect({ exitCode, stderr }).toEqual({ exitCode: status, stderr: "" });
  });

  it("messages that nobody reads do not change it either", async () => {
    const { exitCode, stdout } = await execa(
      "sh",
      [
        "-c",
        `{ "$0" "$@" 2>&1 >&3 3>&- | true; } 3>&1; "$0" "$@" 2>&- `,
        process.execPath,
        ENTRY,
        "practice",
        "--json",
        ...QUICK,
      ],
      { reject: false },
    );
    expect(exitCode).toBe(0);
    for (const line of stdout.trim().split("\n")) healthy(line);
  });

  it("stdin and stderr closed", async () => {
    const { exitCode, stdout } = await execa("sh", ["-c", '"$0" "$@" <&- 2>&-', process.execPath, ENTRY, ...PRACTICE], {
      reject: false,
    });
    expect(exitCode).toBe(0);
    healthy(stdout);
  });

  it("a working directory that is gone, as on a stick that was pulled out", async () => {
    const cwd = path.join(scratch(), "gone");
    mkdirSync(cwd);
    const { exitCode, stdout, stderr } = await execa(
      "sh",
      ["-c", 'rmdir "$PWD"; exec "$0" "$@"', process.execPath, ENTRY, ...PRACTICE],
      { reject: false, cwd },
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    healthy(stdout);
  });
});
