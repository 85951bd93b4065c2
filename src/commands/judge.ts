import path from "node:path";
import type { CommandContext } from "../cli/context.ts";
import type { ExitCode } from "../cli/exit.ts";
import type { OptionValues } from "../cli/option-values.ts";
import { judge } from "../judge/judge.ts";
import { readEvidence } from "../judge/read-evidence.ts";
import { renderVerdict } from "../judge/render/verdict.ts";
import { scanDocument } from "../report/scan-document.ts";
import { exitOf } from "./shared/exit-of.ts";

/** `qbrecover judge FILE`: the verdict on recorded evidence, by today's rules. The same file gives the same output, byte for byte. */
export async function run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const evidence = await readEvidence(path.resolve(context.cwd, args[0] ?? ""), context.lang);
  const verdict = judge(evidence);
  context.out(
    options["json"] === true
      ? `${JSON.stringify(await scanDocument({ evidence, verdict, visit: null, lang: context.lang }))}\n`
      : renderVerdict(verdict, evidence, context.lang, { columns: context.columns, explain: options["explain"] === true, colour: context.colourOut }),
  );
  return exitOf(verdict.status);
}
