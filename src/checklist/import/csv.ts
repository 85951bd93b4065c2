/** A row of a CSV file with the number of the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads CSV as spreadsheets write it (RFC 4180; comma, semicolon or tab; any line end; quotes doubled).
 * @returns rows, or the line of a quote that is never closed
 */
export function parseCsv(
  text: string,
): { readonly ok: true; readonly rows: CsvRow[] } | { readonly ok: false; readonly line: number } {
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begin = 1;
  let opened = 1;
  const endRow = (): void => {
    rows.push({ line: begin, cells: [...cells, cell] });
    cells = [];
    cell = "";
    begin = line + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign === "\n") line += 1;
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
      opened = line;
    } else if (sign === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      endRow();
      line += 1;
    } else cell += sign;
  }
  if (quoted) return { ok: false, line: opened };
  if (cell !== "" || cells.length > 0) endRow();
  return { ok: true, rows };
}

/**
 * The separator behind the first keyword of a section; explanations are full of commas and semicolons. Else the
 * commonest one.
 */
function delimiterOf(text: string): string {
  const told = /^"?(?:site|safety|survey|device)"?\s*([,;\t])/imu.exec(text)?.[1];
  if (told !== undefined) return told;
  const head = text.slice(0, 4000).replaceAll(/"[^"]*"/gu, "");
  const count = (sign: string): number => head.split(sign).length - 1;
  return [",", ";", "\t"].toSorted((left, right) => count(right) - count(left))[0] ?? ",";
}
