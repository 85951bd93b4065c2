import type { Lang } from "../base/languages.ts";
import type { VisitFilter } from "../visit/queries/filter.ts";
import type { VisitStore } from "../visit/store.ts";

/** One value of a report, as a machine reads it: codes, numbers, ISO 8601 times. Null is an empty cell. */
export type Cell = string | number | null;

/**
 * How a column is written for people: `text` as it is; `code` never as a number (leading zeros, long serial numbers);
 * `number` with the decimal sign of the language; `time` dd/mm/yyyy hh:mm; `date` dd/mm/yyyy; `yesNo` 0 or 1 as words;
 * `choice` by its label.
 */
export type ColumnKind = "text" | "code" | "number" | "time" | "date" | "yesNo" | "choice";

export interface Column {
  /** Stable id: the heading of the upload form. Order and ids are a promise to whoever reads the files. */
  readonly id: string;
  /** Heading for people. */
  readonly heading: Readonly<Record<Lang, string>>;
  readonly kind: ColumnKind;
  /** The label of a machine value, for `choice`. */
  readonly label?: (value: string, lang: Lang) => string;
}

/** One kind of table. Rows are made one after the other, never all in memory. */
export interface Table {
  readonly columns: readonly Column[];
  /** `visit`: the newest visit where none is named. `all`: every visit, because one alone makes no such table. */
  readonly scope: "visit" | "all";
  /** Cells in the order of the columns. */
  rows(store: VisitStore, filter: VisitFilter, lang: Lang): Iterable<readonly Cell[]>;
  /** A better reading form than plain columns, where there is one. Chunks of text. */
  text?(store: VisitStore, filter: VisitFilter, lang: Lang, width: number): Iterable<string>;
}
