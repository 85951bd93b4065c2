import type { Connection } from "../db/connection.ts";
import { asRow, fromColumn } from "../rows/json.ts";
import type { Answers, Disposition, Flag, UnitRef } from "../schema.ts";
import { whereClause, type VisitFilter } from "./filter.ts";

/** One device record as the needs depend on it. */
export interface AssessedDevice {
  readonly visit: string;
  readonly device: string;
  readonly unit: UnitRef | null;
  readonly site: string;
  readonly type: string;
  readonly quantity: number;
  readonly room: string;
  readonly label: string;
  /** The technician's own decision where there is one, else triage's. */
  readonly disposition: Disposition | null;
  readonly flags: readonly Flag[];
  readonly advice: readonly string[];
  /** It was broken before the flood: printed apart, so that flood money does not pay for old faults. */
  readonly faultyBefore: boolean;
  /** Nobody used it before the flood: nothing is bought or repaired in its place. */
  readonly unusedBefore: boolean;
  /** How far the water came, as answered; null where nobody said. */
  readonly water: string | null;
  /** All answers, for what is written off or was not in use: what of it can be used elsewhere. */
  readonly answers: Answers;
}

interface Row {
  visit_id: string;
  id: string;
  unit_code: string | null;
  unit_list: string | null;
  unit_name: string | null;
  site_name: string | null;
  type: string;
  quantity: number;
  room: string;
  label: string;
  disposition: Disposition | null;
  flags: string;
  advice: string;
  before: string | null;
  water: string | null;
  spare_answers: string | null;
}

/**
 * The devices that the needs are added up from: of every site, those of its newest visit that has any, because a visit
 * after repair tells what is still needed and one of the network alone tells nothing about devices. A visit without a
 * site counts by itself.
 */
export function* newestDevices(db: Connection, filter: VisitFilter): Generator<AssessedDevice> {
  const { where, values } = whereClause(filter);
  const statement = db.sql(
    `WITH chosen AS (
       SELECT n FROM (
         SELECT v.n, row_number() OVER (
             PARTITION BY coalesce(v.site_id, v.id) ORDER BY v.started_ms DESC, v.id DESC) AS place
         FROM visits v
         ${where === "" ? "WHERE" : `${where} AND`} EXISTS (SELECT 1 FROM devices d WHERE d.visit = v.n))
       WHERE place = 1)
     SELECT v.id AS visit_id, d.id, v.unit_code, v.unit_list, v.unit_name, v.site_name, d.type, d.quantity, d.room,
            d.label, d.disposition, d.flags, d.advice, d.before, d.water,
            CASE WHEN d.disposition = 'REPLACE' OR d.before = 'unused' THEN d.answers END AS spare_answers
     FROM chosen JOIN visits v ON v.n = chosen.n JOIN devices d ON d.visit = v.n
     ORDER BY v.n, d.position`,
  );
  for (const raw of statement.iterate(...values)) yield deviceOf(asRow<Row>(raw));
}

function deviceOf(row: Row): AssessedDevice {
  const { unit_code: code, unit_list: list, unit_name: name } = row;
  return {
    visit: row.visit_id,
    device: row.id,
    // A site whose commune is not known has an empty code.
    unit: code === null || code === "" ? null : { code, list: list ?? "", name: name ?? "" },
    site: row.site_name ?? "",
    type: row.type,
    quantity: row.quantity,
    room: row.room,
    label: row.label,
    disposition: row.disposition,
    flags: row.flags === "" ? [] : asRow<Flag[]>(row.flags.split(" ")),
    advice: row.advice === "[]" ? [] : fromColumn<string[]>(row.advice),
    faultyBefore: row.before === "faulty",
    unusedBefore: row.before === "unused",
    water: row.water,
    answers: row.spare_answers === null ? {} : fromColumn<Answers>(row.spare_answers),
  };
}
