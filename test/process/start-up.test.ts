import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { execa } from "execa";
import { expect, it } from "vitest";
import { scratch } from "./offices.ts";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");

/** Tells on stderr every module that is resolved. */
const TELL = `
import { registerHooks } from "node:module";
registerHooks({ resolve(specifier, context, next) { const found = next(specifier, context); process._rawDebug(found.url); return found; } });
`;

async function loadedBy(...args: string[]): Promise<{ readonly packages: string[]; readonly own: string[] }> {
  const hook = path.join(scratch(), "tell.mjs");
  writeFileSync(hook, TELL);
  const { exitCode, stderr } = await execa(process.execPath, ["--import", pathToFileURL(hook).href, ENTRY, ...args], {
    reject: false,
  });
  expect(exitCode).toBe(0);
  const urls = stderr.split("\n").filter((line) => line.startsWith("file:"));
  const packages = urls.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)?.[1] ?? []);
  return {
    packages: [...new Set(packages)].toSorted(),
    own: urls.filter((url) => url.includes("/src/")).map((url) => url.replace(/^.*\/src\//u, "")),
  };
}

it("--version loads nothing but the version", async () => {
  expect(await loadedBy("--version")).toEqual({ packages: [], own: ["cli.ts", "base/version.ts"] });
});

it("--help loads the parser of arguments and no command: no zod, undici, inquirer, SQLite", async () => {
  const { packages, own } = await loadedBy("--help");
  expect(packages).toEqual(["commander", "env-paths", "is-safe-filename"]);
  expect(own.filter((file) => !/^(?:base|cli|text)\/|^cli\.ts$|^terminal\/door\.ts$/u.test(file))).toEqual([]);
});
