import type { Lang } from "../base/languages.ts";

/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: "," | ";";
  /** Byte order mark: without it Excel shows broken Vietnamese. */
  readonly bom: boolean;
  /**
   * `machine`: ids as headings, codes, ISO 8601 times, decimal point. `people`: headings, labels, dates and numbers of
   * the language.
   */
  readonly form: "machine" | "people";
  readonly decimal: "." | ",";
}

/** The upload form: comma, UTF-8, machine values (RFC 4180). */
export const UPLOAD: Dialect = { delimiter: ",", bom: false, form: "machine", decimal: "." };

/** What the system says about its list separator and decimal sign; null where it says nothing. */
export interface SystemFormat {
  readonly list: string | null;
  readonly decimal: string | null;
}

/**
 * The form for a spreadsheet on this machine. Excel splits by the list separator of the system, and by `;` where that
 * is also the decimal sign.
 * @param chosen --csv-sep
 */
export function excelDialect(chosen: "auto" | "comma" | "semicolon", system: SystemFormat, lang: Lang): Dialect {
  const decimal = system.decimal === "," || (system.decimal === null && lang === "vi") ? "," : ".";
  const list = system.list === ";" || system.list === "," ? system.list : lang === "vi" ? ";" : ",";
  const automatic = list === decimal ? ";" : list;
  const delimiter = chosen === "auto" ? automatic : chosen === "comma" ? "," : ";";
  return { delimiter, bom: true, form: "people", decimal };
}
