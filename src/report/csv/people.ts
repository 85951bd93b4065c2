import { shownTime } from "../../base/shown-time.ts";
import { report } from "../../text/report.ts";
import type { Lang } from "../../base/languages.ts";
import type { Cell, Column } from "../table.ts";
import { looksNumeric, safeText } from "../../csv/cell.ts";
import type { Dialect } from "../../csv/dialect.ts";

/** A cell as a person reads it in a spreadsheet. */
export function forPeople(cell: Cell, column: Column, dialect: Dialect, lang: Lang): string {
  if (cell === null || cell === "") return "";
  switch (column.kind) {
    case "yesNo":
      return report[lang][Number(cell) === 1 ? "yes" : "no"];
    case "number":
      return String(cell).replace(".", dialect.decimal);
    case "time":
      return viewTime(String(cell), true);
    case "date":
      return viewTime(String(cell), false);
    case "choice":
      return safeText(column.label?.(String(cell), lang) ?? String(cell));
    case "code": {
      const text = safeText(String(cell));
      // The one way to keep 00123 and 3-12 in a CSV what they are, in Excel and in LibreOffice. Only digits and signs
      // are inside.
      return looksNumeric(text) ? `="${text}"` : text;
    }
    case "text":
      return safeText(String(cell));
  }
}

/** 2026-11-21T08:30:00+07:00 -> 21/11/2026 08:30, the clock of the place; other text unchanged. */
export function viewTime(iso: string, withClock: boolean): string {
  return shownTime(iso, withClock) ?? safeText(iso);
}
