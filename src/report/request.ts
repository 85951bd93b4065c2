import type { CommandContext } from "../base/context.ts";
import { UserError } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { flagOption, stringOption } from "../base/options.ts";
import { report } from "../text/report.ts";
import { excelDialect, UPLOAD, type Dialect } from "../csv/dialect.ts";
import { sinceOption } from "./since.ts";
import { TABLE_NAMES, type TableName } from "./tables.ts";

type ReportFormat = "csv" | "json" | "ndjson" | "text" | "html" | "pdf";

/** What a call of `report` asks for, checked. */
export interface ReportRequest {
  readonly format: ReportFormat;
  /** Null: whole visits. */
  readonly table: TableName | null;
  /** Ids or prefixes. */
  readonly visits: readonly string[];
  /** All visits, or all since `since`; else the newest. */
  readonly all: boolean;
  /** Milliseconds since the epoch. */
  readonly since: number | null;
  /** Visits of the practice office alone. */
  readonly practice: boolean;
  readonly dialect: Dialect;
  /** File as typed; null for stdout. */
  readonly output: string | null;
  /** Replace whatever lies there. */
  readonly force: boolean;
}

/** Reads the options. UserError 64 for what does not go together. */
export async function readRequest(
  context: CommandContext,
  args: readonly string[],
  options: OptionValues,
): Promise<ReportRequest> {
  const texts = report[context.lang];
  const excel = flagOption(options, "excel") || stringOption(options, "csvSep") !== undefined;
  const asked = tableOf(context, options);
  const format = formatOf(options, excel, asked);
  if (excel && format !== "csv") throw new UserError(texts.excelNeedsCsv);
  const isPaper = format === "html" || format === "pdf";
  if (asked !== null && isPaper) throw new UserError(texts.tableNeedsFormat(format));
  const since = sinceOption(context, options);
  const table = asked ?? (format === "csv" ? "visits" : null);
  const everything = flagOption(options, "all") || since !== null;
  if (everything && args.length > 0) throw new UserError(texts.allAndIds);
  if (isPaper && (everything || args.length > 1)) throw new UserError(texts.paperOneVisit(format));
  const output = outputOf(context, options, format);
  return {
    format,
    table,
    visits: args,
    all: everything,
    since,
    practice: flagOption(options, "practice"),
    dialect: excel ? await excelOf(context, options) : UPLOAD,
    output,
    force: flagOption(options, "force"),
  };
}

/** A PDF is bytes for a file, never for a terminal. */
function outputOf(context: CommandContext, options: OptionValues, format: ReportFormat): string | null {
  const output = stringOption(options, "output") ?? null;
  if (format === "pdf" && !/\.pdf$/iu.test(output ?? "")) throw new UserError(report[context.lang].pdfNeedsOutput);
  return output === "-" ? null : output;
}

function tableOf(context: CommandContext, options: OptionValues): TableName | null {
  const named = stringOption(options, "table");
  const asked = [
    named,
    flagOption(options, "needs") ? "needs" : undefined,
    flagOption(options, "priority") ? "priority" : undefined,
  ];
  const given = new Set(asked.filter((name) => name !== undefined));
  if (given.size > 1) throw new UserError(report[context.lang].twoTables);
  return TABLE_NAMES.find((name) => given.has(name)) ?? null;
}

function formatOf(options: OptionValues, excel: boolean, table: TableName | null): ReportFormat {
  const named = stringOption(options, "format");
  switch (named) {
    case "csv":
    case "json":
    case "ndjson":
    case "text":
    case "html":
    case "pdf":
      return named;
    default:
      // A table that nobody gave a format is for a program, except the two that are made to be read.
      return excel || (table !== null && table !== "needs" && table !== "priority") ? "csv" : "text";
  }
}

async function excelOf(context: CommandContext, options: OptionValues): Promise<Dialect> {
  const chosen = stringOption(options, "csvSep");
  const { systemFormat } = await import("../csv/system-format.ts");
  return excelDialect(
    chosen === "comma" || chosen === "semicolon" ? chosen : "auto",
    await systemFormat(context),
    context.lang,
  );
}
