import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isHeld, replaceFile } from "../../src/base/replace-file.ts";

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "qbrecover-thay tệp-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

test("a finished file takes the place of another, or of none", async () => {
  const at = folder();
  for (const text of ["một", "hai"]) {
    writeFileSync(path.join(at, "draft"), text);
    await replaceFile(path.join(at, "draft"), path.join(at, "báo cáo.csv"), process.platform);
    expect(readFileSync(path.join(at, "báo cáo.csv"), "utf8")).toBe(text);
  }
});

test("what no waiting mends is told at once", async () => {
  const at = folder();
  mkdirSync(path.join(at, "there"));
  writeFileSync(path.join(at, "draft"), "x");
  for (const [from, to] of [
    ["missing", "new"],
    ["draft", "there"],
  ] as const) {
    const error = await replaceFile(path.join(at, from), path.join(at, to), "linux").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(isHeld(error, "linux")).toBe(false);
  }
});

test("only Windows, and only while renaming, speaks of a file that a program holds open", () => {
  const said = (code: string, syscall: string) => Object.assign(new Error("said"), { code, syscall });
  for (const code of ["EPERM", "EACCES", "EBUSY"]) {
    expect(isHeld(said(code, "rename"), "win32")).toBe(true);
    expect(isHeld(said(code, "rename"), "linux")).toBe(false);
    expect(isHeld(said(code, "open"), "win32")).toBe(false);
  }
  expect(isHeld(said("ENOENT", "rename"), "win32")).toBe(false);
  expect(isHeld("EPERM", "win32")).toBe(false);
});
