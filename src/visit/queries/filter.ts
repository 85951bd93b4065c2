import { PRACTICE_PROFILE } from "../practice.ts";

/** Which visits. Everything absent means all. */
export interface VisitFilter {
  /** Whole ids. */
  readonly ids?: readonly string[];
  /** Numbers of rows in this store. */
  readonly numbers?: readonly number[];
  /** Started at or after this time, milliseconds since the epoch. */
  readonly since?: number;
  readonly siteId?: string;
  readonly unitCode?: string;
  readonly campaign?: string;
  readonly stage?: "before" | "after";
  readonly finished?: boolean;
  /** Visits of a practice office only, or all but those. */
  readonly practice?: boolean;
  /** Visits that hold the scans of several computers. */
  readonly withMachines?: true;
  /** Only the newest so many. */
  readonly limit?: number;
}

/** The filter as SQL over `visits v`, with its values. */
export function whereClause(filter: VisitFilter): {
  readonly where: string;
  readonly values: readonly (string | number)[];
} {
  const terms: string[] = [];
  const values: (string | number)[] = [];
  const add = (term: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    terms.push(term);
    values.push(value);
  };
  // One bound value for any number of ids: SQLite limits the number of parameters.
  add("v.id IN (SELECT value FROM json_each(?))", filter.ids === undefined ? undefined : JSON.stringify(filter.ids));
  add(
    "v.n IN (SELECT value FROM json_each(?))",
    filter.numbers === undefined ? undefined : JSON.stringify(filter.numbers),
  );
  add("v.started_ms >= ?", filter.since);
  add("v.site_id = ?", filter.siteId);
  add("v.unit_code = ?", filter.unitCode);
  add("v.campaign = ?", filter.campaign);
  add("v.stage = ?", filter.stage);
  if (filter.finished !== undefined)
    terms.push(filter.finished ? "v.finished_at IS NOT NULL" : "v.finished_at IS NULL");
  if (filter.practice !== undefined)
    terms.push(`v.profile_id ${filter.practice ? "IS" : "IS NOT"} '${PRACTICE_PROFILE}'`);
  if (filter.withMachines === true) terms.push("EXISTS (SELECT 1 FROM machines m WHERE m.visit = v.n)");
  if (filter.limit !== undefined) {
    const inner = terms.length === 0 ? "" : `WHERE ${terms.join(" AND ")}`;
    return {
      where: `WHERE v.n IN (SELECT v.n FROM visits v ${inner} ORDER BY v.started_ms DESC, v.id DESC LIMIT ?)`,
      values: [...values, filter.limit],
    };
  }
  return { where: terms.length === 0 ? "" : `WHERE ${terms.join(" AND ")}`, values };
}
