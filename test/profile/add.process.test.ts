import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { qbrecover, type Call } from "../support/qbrecover.ts";
import { sample } from "./sample.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "qb-add-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const put = async (name: string, profile: unknown): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, JSON.stringify(profile));
  return file;
};
const run = (...args: string[]): Promise<Call> =>
  qbrecover(["profile", ...args, "--lang", "en", "--data-dir", path.join(folder, "data")]);
const stored = (): Promise<string[]> => readdir(path.join(folder, "data", "profiles"));

describe("profile add", () => {
  it("takes a profile from a stick; it is found by its id afterwards, without the stick", async () => {
    const file = await put("stick.json", sample());
    const added = await run("add", file);
    expect(added).toMatchObject({ exitCode: 0, stderr: "" });
    await rm(file);
    expect((await run("show", "xa-mau", "--json")).stdout).toBe(JSON.stringify(sample(), null, 2));
    expect((await run("list")).stdout).toMatch(/xa-mau\s+1\.2\s+added/u);
  });

  it(
    "does nothing the second time, replaces an older version, and refuses an older one or the same one with other " +
      "content",
    async () => {
      const file = await put("a.json", sample());
      await run("add", file);
      expect((await run("add", file)).stdout).toContain("nothing to do");
      expect(await run("add", await put("b.json", { ...sample(), issuedBy: "Somebody else" }))).toMatchObject({
        exitCode: 78,
      });
      expect(await run("add", await put("c.json", { ...sample(), version: "1.1" }))).toMatchObject({ exitCode: 78 });
      expect((await run("add", await put("d.json", { ...sample(), version: "1.10" }))).stdout).toContain(
        "Replaced profile xa-mau 1.2 by 1.10",
      );
      expect(await stored()).toEqual(["profile-xa-mau.json"]);
    },
  );

  it("lets a newer version of a built-in profile win, and an older one not in", async () => {
    const built: unknown = JSON.parse((await run("show", "quang-tri-2025", "--json")).stdout);
    const issued = { ...(built as object), validUntil: "2030-01-01" };
    expect(await run("add", await put("same.json", built))).toMatchObject({ exitCode: 0 });
    expect(await run("add", await put("other.json", issued))).toMatchObject({ exitCode: 78 });
    expect(await run("add", await put("old.json", { ...issued, version: "0.9" }))).toMatchObject({ exitCode: 78 });
    expect(await run("add", await put("new.json", { ...issued, version: "2" }))).toMatchObject({ exitCode: 0 });
    expect((await run("show", "quang-tri-2025")).stdout).toContain("quang-tri-2025 2 (added)");
  });

  it("stores nothing of a wrong profile, whatever its id", async () => {
    for (const id of ["../evil", "a/b", "..", "C:\\x", ""]) {
      const { exitCode, stderr } = await run("add", await put("x.json", { ...sample(), id }));
      expect(exitCode).toBe(78);
      expect(stderr).toContain("id: expected an id");
      expect(stderr).not.toMatch(/^\s+at /mu);
    }
    expect(await readdir(folder)).toEqual(["x.json"]);
  });

  it("says so when the folder can't be made, without a stack trace", async () => {
    await writeFile(path.join(folder, "data"), "a file in the way");
    const { exitCode, stderr } = await run("add", await put("a.json", sample()));
    expect(exitCode).toBe(78);
    expect(stderr).toContain("Cannot write to");
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("shows the others when one stored file is broken, and mends it by adding again", async () => {
    await mkdir(path.join(folder, "data", "profiles"), { recursive: true });
    await writeFile(path.join(folder, "data", "profiles", "profile-xa-mau.json"), '{"id": "xa-');
    const { exitCode, stdout } = await run("list");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/xa-mau\s+\?/u);
    expect(stdout).toContain("quang-tri-2025");
    expect(await run("add", await put("a.json", sample()))).toMatchObject({ exitCode: 0 });
    await chmod(path.join(folder, "data", "profiles", "profile-xa-mau.json"), 0o600);
    expect((await run("show", "xa-mau")).exitCode).toBe(0);
  });
});

describe("profile validate and schema", () => {
  it("validate tells all mistakes on stderr, in Vietnamese by default, with 78", async () => {
    const file = await put("wrong.json", { ...sample(), version: 2, issuedOn: "hôm nay" });
    const { exitCode, stdout, stderr } = await qbrecover(["profile", "validate", file]);
    expect(exitCode).toBe(78);
    expect(stdout).toBe("");
    expect(stderr).toContain("có 2 lỗi:");
    expect(stderr).toContain('issuedOn: cần ngày dạng yyyy-mm-dd; thấy "hôm nay"');
  });

  it("the template can be shown, stored and validated", async () => {
    const { stdout } = await run("show", "mau-tinh", "--json");
    const { exitCode, stderr } = await run("validate", await put("t.json", JSON.parse(stdout)));
    expect(exitCode).toBe(0);
    expect(stderr).toContain("tinh_domain, docs_host, xa_domain, vc_host");
  });

  it("schema is JSON Schema", async () => {
    expect(JSON.parse((await run("schema")).stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
    });
  });
});
