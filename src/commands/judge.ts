import { jsonText } from "../base/json-text.ts";
import path from "node:path";
import type { CommandContext } from "../base/context.ts";
import type { ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { judge } from "../judge/judge.ts";
import { readEvidence } from "../explain/read-evidence.ts";
import { renderAnswer } from "../explain/render/verdict.ts";
import { scanDocument } from "../report/scan-document.ts";
import { exitOf } from "./shared/exit-of.ts";

/**
 * `qbrecover judge FILE`: the verdict on recorded evidence, by today's rules. The same file gives the same output, byte
 * for byte.
 */
export async function run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const evidence = await readEvidence(path.resolve(context.cwd, args[0] ?? ""), context.lang);
  const verdict = judge(evidence);
  context.out(
    options["json"] === true
      ? `${jsonText(await scanDocument({ evidence, verdict, visit: null, lang: context.lang }))}\n`
      : renderAnswer(verdict, evidence, context.lang, {
          columns: context.columns,
          rows: context.rows,
          full: options["full"] === true,
          explain: options["explain"] === true,
          colour: context.colourOut,
        }),
  );
  return exitOf(verdict.status);
}
