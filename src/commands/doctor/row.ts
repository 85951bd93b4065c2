/**
 * `agrees`, `differs`: two sources were asked. `alone`: only the product's own reading, there is no second source.
 * `ok`, `problem`: a check with one right answer. `unknown`: nobody could tell.
 */
export type RowState = "agrees" | "differs" | "alone" | "ok" | "problem" | "unknown";

/** What a row is about; a closed list, in the order of the table. */
export type RowId =
  | "addresses"
  | "gateway"
  | "neighbours"
  | "resolvers"
  | "proxy"
  | "runtime"
  | "native"
  | "icmp"
  | "datagrams"
  | "certificates"
  | "clock"
  | "profile"
  | "writeSpeed"
  | "fullSync"
  | "freeSpace";

/** One line of the doctor's table. */
export interface Row {
  readonly id: RowId;
  /** Which adapter or file, where there are several; empty otherwise. */
  readonly subject: string;
  /** As the product reads it; null where it could not. */
  readonly native: string | null;
  /** As the system's own tool tells it; null where it was not asked or said nothing. */
  readonly system: string | null;
  readonly state: RowState;
}

/** Is everything as it should be? A second source that is missing is no fault. */
export function isSound(row: Row): boolean {
  return row.state === "agrees" || row.state === "alone" || row.state === "ok";
}
