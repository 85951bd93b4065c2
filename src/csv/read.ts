import { CsvError, parse } from "csv-parse/sync";

/** A row of a CSV file with the number of the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows, or the first line of the row that cannot be read: a quotation mark that is never closed, a row that is longer
 * than any sheet's, more rows than any sheet has.
 */
export type ReadCsv =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly line: number; readonly fault: "quote" | "long" | "many" };

/** Letters in a row. */
export const MOST_LETTERS = 1_048_576;
export const MOST_ROWS = 100_000;

/**
 * Reads CSV as spreadsheets write it: RFC 4180, any line end, quotes doubled, blanks around cells and quotes within them.
 * Empty rows are left out. Takes time in proportion to the text, whatever that holds.
 * @param delimiter one letter
 */
export function readCsv(written: string, delimiter: string): ReadCsv {
  const text = written.replaceAll(/\r\n?/gu, "\n");
  const long = firstLongLine(text);
  if (long !== null) return { ok: false, line: long, fault: "long" };
  const rows: CsvRow[] = [];
  let ended = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: MOST_LETTERS,
      to: MOST_ROWS + 1,
      on_record: (cells: string[], { lines }) => {
        // A row with line ends in its cells begins before the line on which it ends.
        rows.push({ line: lines - linesWithin(cells), cells });
        ended = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, line: ended + 1, fault: error.code === "CSV_MAX_RECORD_SIZE" ? "long" : "quote" };
  }
  return rows.length > MOST_ROWS ? { ok: false, line: ended, fault: "many" } : { ok: true, rows };
}

/** Excel's own first line "sep=;": the separator that it names, and the text with that line blank; null where there is none. */
export function namedSeparator(text: string): { readonly delimiter: string; readonly rest: string } | null {
  const [line, delimiter] = /^"?sep=([,;\t|])"?[ \t,;|]*(?=[\r\n]|$)/iu.exec(text) ?? [];
  return line === undefined || delimiter === undefined ? null : { delimiter, rest: text.slice(line.length) };
}

/** Before the parser sees it: of a line of separators it would make a list of millions. */
function firstLongLine(text: string): number | null {
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > MOST_LETTERS) return line;
    start = end + 1;
  }
  return null;
}

function linesWithin(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
}
