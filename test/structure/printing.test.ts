import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const SRC = path.resolve(import.meta.dirname, "../../src");
const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll(path.sep, "/"))
  .filter((file) => file.endsWith(".ts"));
const textOf = (file: string): string =>
  readFileSync(path.join(SRC, file), "utf8").replaceAll(/^\s*(?:\/?\*|\/\/).*$/gmu, "");
const matching = (pattern: RegExp): string[] => sources.filter((file) => pattern.test(textOf(file)));

// `out` and `err` are what a command writes with: called on the context, or taken out of it.
const PRINTS =
  /\.(?:out|err)\(|\{[^{}]*\b(?:out|err)\b[^{}]*\}(?:\s*=\s*|:\s*)(?:context|CommandContext|Pick<CommandContext)|\bprocess\.std(?:out|err)\b|\bconsole\.|Pick<CommandContext,[^>]*"(?:out|err)"/u;
const MAY_PRINT = /^(?:cli\.ts$|cli\/|commands\/|terminal\/)/u;

test("commands, the command line and the terminal alone print", () => {
  const printing = matching(PRINTS);
  expect(printing.filter((file) => !MAY_PRINT.test(file))).toEqual([]);
  // The scan finds what is there to be found.
  expect(printing).toEqual(expect.arrayContaining(["cli.ts", "commands/report.ts", "terminal/prompts/terminal-ui.ts"]));
});

test("the terminal alone prompts", () => {
  const prompting = matching(/from "@?inquirer|import\("@?inquirer|node:readline/u);
  expect(prompting.filter((file) => !file.startsWith("terminal/"))).toEqual([]);
  expect(prompting).toContain("terminal/prompts/select.ts");
});

test("one table, one wrap and one cut: nobody else measures what a terminal shows", () => {
  expect(matching(/from "(?:string-width|wrap-ansi|cli-table3)"/u).toSorted()).toEqual([
    "terminal/table.ts",
    "terminal/wrap.ts",
  ]);
});
