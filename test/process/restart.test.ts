import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { startQbrecover } from "../support/qbrecover.ts";
import { QUICK, scratch } from "./offices.ts";

const BIN = path.resolve(import.meta.dirname, "../../bin/qbrecover.mjs");

/** A Node of the machine's own that is older than the pinned one; null where there is none. */
function oldNode(): string | null {
  for (const folder of ["/usr/bin", "/usr/local/bin", ...(process.env["PATH"] ?? "").split(path.delimiter)]) {
    const { stdout } = spawnSync(path.join(folder, "node"), ["--version"], { encoding: "utf8" });
    if (/^v2[0-5]\./u.test(stdout ?? "")) return path.join(folder, "node");
  }
  process.stderr.write(
    "\n!!! NOT TESTED HERE: starting again under the pinned runtime needs an older Node on this machine\n\n",
  );
  return null;
}

/** The entry alone, without what `npm ci` brings. */
function bareEntry(): string {
  const folder = path.join(scratch(), "bin");
  mkdirSync(folder);
  copyFileSync(BIN, path.join(folder, "qbrecover.mjs"));
  return path.join(folder, "qbrecover.mjs");
}

describe("the entry under an older Node", () => {
  it("starts again under the pinned one; output and status pass through", async () => {
    const node = oldNode();
    if (node === null) return;
    const version = await execa(node, [BIN, "--version"], { reject: false });
    expect([version.exitCode, version.stdout, version.stderr]).toEqual([0, manifest.version, ""]);
    const wrong = await execa(node, [BIN, "frob"], { reject: false });
    expect([wrong.exitCode, wrong.stdout]).toEqual([64, ""]);
    const faulty = await execa(node, [BIN, "practice", "--batch", "--json", "--fault", "server-down", ...QUICK], {
      reject: false,
    });
    expect([faulty.exitCode, faulty.stderr]).toEqual([1, ""]);
    expect(JSON.parse(faulty.stdout)).toMatchObject({ evidence: { tool: { runtime: process.version } } });
  });

  it.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)(
    "%s passes through to what it started, and 130 comes back",
    async (signal) => {
      const node = oldNode();
      if (node === null) return;
      const running = startQbrecover(["practice", "--json", "--fault", "server-hangs", "--lang", "en"], {
        command: [node, BIN],
      });
      await running.printed("[2/");
      running.signal(signal);
      const { exitCode, stdout, msAfterSignal } = await running.ended();
      expect(exitCode).toBe(130);
      expect(JSON.parse(stdout)).toMatchObject({ evidence: { complete: false } });
      expect(msAfterSignal).toBeLessThan(3000);
    },
  );

  it("says in one line what is missing where the pinned runtime is not installed", async () => {
    const node = oldNode();
    if (node === null) return;
    const { exitCode, stdout, stderr } = await execa(node, [bareEntry(), "practice"], { reject: false });
    expect([exitCode, stdout, stderr.split("\n").length]).toEqual([78, "", 1]);
    expect(stderr).toContain("npm ci");
  });
});

it("the entry without its build says so in one line", async () => {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [bareEntry(), "practice"], { reject: false });
  expect([exitCode, stdout, stderr.split("\n").length]).toEqual([78, "", 1]);
  expect(stderr).toContain("npm ci");
});
