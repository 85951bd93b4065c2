import { writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { excelDialect } from "../../csv/dialect.ts";
import { systemFormat } from "../../csv/system-format.ts";
import { fileProblem } from "../../text/file-problems.ts";
import { checklist } from "../../text/checklist.ts";
import { templateJson, templateRows } from "./template.ts";
import { codeOf } from "../../base/error-code.ts";

/**
 * `checklist --template FILE`: a sheet for a spreadsheet (CSV with byte order mark), or JSON where the name ends so.
 * Overwrites nothing.
 */
export async function writeTemplate(context: CommandContext, file: string): Promise<void> {
  const texts = checklist[context.lang];
  const dialect = excelDialect("auto", await systemFormat(context), context.lang);
  const text = /\.json$/iu.test(file)
    ? templateJson()
    : stringify(templateRows(context.lang), {
        bom: true,
        delimiter: dialect.delimiter,
        record_delimiter: "windows",
        escape_formulas: true,
      });
  const shown = oneLine(file, 200);
  try {
    await writeFile(path.resolve(context.cwd, file), text, { flag: "wx" });
  } catch (error) {
    const why = fileProblem(error, context.lang);
    throw new UserError(
      codeOf(error) === "EEXIST" ? texts.templateExists(shown) : texts.fileNotWritten(shown, why),
      EXIT.config,
    );
  }
}
