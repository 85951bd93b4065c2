import { globSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** What is mutated: everything that decides. */
const SOURCES = ["src/judge/**/*.ts", "src/checklist/triage/*.ts"];
/** The tests that must notice. */
const TESTS = ["test/judge/**/*.test.ts", "test/checklist/triage*.test.ts"];

export function mutatedFiles(): readonly string[] {
  return filesOf(SOURCES);
}

export function testFiles(): readonly string[] {
  return filesOf(TESTS);
}

function filesOf(patterns: readonly string[]): readonly string[] {
  return globSync([...patterns], { cwd: ROOT })
    .map((file) => file.replaceAll(path.sep, "/"))
    .toSorted();
}
