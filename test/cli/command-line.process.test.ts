import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { qbrecover } from "../support/qbrecover.ts";

describe("the command line", () => {
  it("prints its version and nothing else", async () => {
    expect(await qbrecover(["--version"])).toEqual({ exitCode: 0, stdout: manifest.version, stderr: "" });
  });

  it("speaks Vietnamese where the system says nothing, English where it says so, and as told before both", async () => {
    expect((await qbrecover(["--help"])).stdout).toContain("Cách dùng:");
    expect((await qbrecover(["--help"], { env: { LANG: "en_GB.UTF-8" } })).stdout).toContain("Usage:");
    expect((await qbrecover(["--help"], { env: { LANG: "C" } })).stdout).toContain("Cách dùng:");
    expect((await qbrecover(["--help", "--lang", "vi"], { env: { LANG: "en_GB.UTF-8" } })).stdout).toContain(
      "Cách dùng:",
    );
  });

  it("shows help and ends with 64 where no command is named and there is no terminal", async () => {
    const { exitCode, stdout, stderr } = await qbrecover([]);
    expect(exitCode).toBe(64);
    expect(stdout).toBe("");
    expect(stderr).toContain("practice");
  });

  it.each([
    [["visits", "show"], "qbrecover visits show --help"],
    [["visits", "--data-dir", "import", "show"], "qbrecover visits show --help"],
    [["profile", "add"], "qbrecover profile add --help"],
    [["profile", "show", "--frob", "x"], "qbrecover profile show --help"],
    [["visits", "export", "--since"], "qbrecover visits export --help"],
    [["judge"], "qbrecover judge --help"],
    [["visits", "frob"], "qbrecover visits --help"],
  ])("points from %j to its own help", async (args, help) => {
    const { exitCode, stderr } = await qbrecover(args);
    expect([exitCode, stderr.trim().split("\n").at(-1)]).toEqual([64, expect.stringContaining(help)]);
    expect((await qbrecover(help.split(" ").slice(1))).exitCode).toBe(0);
  });

  it("hints at calls that can be typed here: npx within the project, the script's path elsewhere", async () => {
    expect((await qbrecover(["scna"])).stderr).toContain(" npx qbrecover --help");
    expect((await qbrecover(["visits", "list", "--data-dir", path.join(tmpdir(), "qb-none")])).stderr).toMatch(
      / npx qbrecover scan$/u,
    );
    const away = (await qbrecover(["scna"], { cwd: tmpdir() })).stderr.trim().split(" node ").at(-1) ?? "";
    expect(away).toBe(`${path.resolve("bin/qbrecover.mjs")} --help`);
    // A document is the same wherever it is made.
    const { stdout } = await qbrecover(["practice", "--fault", "link-down", "--batch", "--json", "--only", "laptop"]);
    expect(stdout).not.toContain("npx");
  });

  it.each([
    [["--frob"], "--frob"],
    [["frob"], "frob"],
    [["scan", "--frob"], "--frob"],
    [["scan", "extra"], "extra"],
    [["judge"], "file"],
    [["report", "--format", "pdf"], "pdf"],
    [["profile", "frob"], "frob"],
    [["--lang", "fr", "scan"], "fr"],
    [["scan", "--deadline"], "--deadline"],
  ])("answers %j with one message, 64 and no stack trace", async (args, place) => {
    const { exitCode, stdout, stderr } = await qbrecover(args);
    expect(exitCode).toBe(64);
    expect(stdout).toBe("");
    expect(stderr).toContain(place);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  it("tells a mistake as one JSON object in the last line where results are JSON", async () => {
    for (const [args, exit] of [
      [["judge", "nowhere.json", "--json"], 78],
      [["scan", "--frob", "--json"], 64],
      [["report", "--format", "json", "nothing"], 64],
    ] as const) {
      const { exitCode, stdout, stderr } = await qbrecover(args);
      const { error } = JSON.parse(stderr.trim().split("\n").at(-1) ?? "");
      expect([exitCode, stdout, error.exit]).toEqual([exit, "", exit]);
      expect(error.message.length).toBeGreaterThan(10);
    }
  });

  it("tells version, runtime and profiles as JSON", async () => {
    const { exitCode, stdout } = await qbrecover(["--version", "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: manifest.version,
      build: "source",
      runtime: process.version,
      profiles: expect.arrayContaining([{ id: "practice", version: expect.any(String) }]),
    });
  });

  it("offers the command that was probably meant", async () => {
    expect((await qbrecover(["scan", "--deadlin", "3"])).stderr).toContain("--deadline");
  });

  it("takes NODE_TLS_REJECT_UNAUTHORIZED away and says so", async () => {
    const { stderr } = await qbrecover(["profile", "schema"], { env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } });
    expect(stderr).toContain("NODE_TLS_REJECT_UNAUTHORIZED");
  });
});
