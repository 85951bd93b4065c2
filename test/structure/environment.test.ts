import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "./imports.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
const READ = /\benv(?:\.|\[")([A-Z][A-Z_]+)/gu;

test("every environment variable that is read stands in the table of docs/scripts.md", () => {
  const table = textOf("docs/scripts.md").split("## Environment variables")[1] ?? "";
  const told = new Set([...table.matchAll(/`([A-Z][A-Z_]+)`/gu)].map((match) => match[1]));
  const read = [...sourceFiles(), "bin/qbrecover.mjs"].flatMap((file) =>
    [...textOf(file).matchAll(READ)].map((match) => match[1]),
  );
  expect(read).toEqual(expect.arrayContaining(["QBRECOVER_HOME", "QBRECOVER_RESTARTED", "NO_COLOR"]));
  expect(read.filter((name) => !told.has(name))).toEqual([]);
});
