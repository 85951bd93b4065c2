import type { Command } from "commander";
import type { Lang } from "../base/languages.ts";
import { SCAN_GROUPS } from "../base/option-values.ts";
import { examples } from "../text/examples.ts";
import { help as helpTexts } from "../text/help.ts";
import { EXAMPLES } from "./examples.ts";

/** Columns of what stands in no terminal. */
const DEFAULT_WIDTH = 80;

/** Examples before the help of a command, groups of a scan and exit statuses behind it, wrapped to the terminal. */
export function addHelpParts(command: Command, lang: Lang): void {
  command.addHelpText("before", () => exampleLines(command.name(), lang));
  command.addHelpText("after", () => {
    const texts = helpTexts[lang];
    const groups = command.options.some((option) => option.long === "--only");
    const parts = [
      ...(groups ? [`${texts.groups} ${SCAN_GROUPS.join(", ")}`] : []),
      texts.exitCodes,
      ...(command.parent === null ? [texts.footer] : []),
    ];
    const width = process.stdout.columns ?? DEFAULT_WIDTH;
    return `\n${parts.map((part) => command.createHelp().boxWrap(part, width)).join("\n")}`;
  });
}

function exampleLines(name: string, lang: Lang): string {
  const shown = EXAMPLES[name] ?? [];
  if (shown.length === 0) return "";
  const lines = shown.map(([call, does]) => `  ${call}\n      ${examples[lang][does]}`);
  return `${[examples[lang].title, ...lines].join("\n")}\n`;
}
