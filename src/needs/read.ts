import type { Connection } from "../visit/db/connection.ts";
import { whereClause, type VisitFilter } from "../visit/queries/filter.ts";
import { asRow, fromColumn } from "../visit/rows/json.ts";
import type { Disposition, Flag } from "../visit/schema.ts";
import type { DeviceRow } from "./need.ts";

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
}

/**
 * The devices that the needs are added up from: of every site, those of its newest visit that has any, because a visit
 * after repair tells what is still needed and one of the network alone tells nothing about devices. A visit without a
 * site counts by itself.
 */
export function* readNeedRows(db: Connection, filter: VisitFilter): Generator<DeviceRow> {
  const { where, values } = whereClause(filter);
  const statement = db.sql(
    `WITH chosen AS (
       SELECT n FROM (
         SELECT v.n, row_number() OVER (PARTITION BY coalesce(v.site_id, v.id) ORDER BY v.started_ms DESC, v.id DESC) AS place
         FROM visits v ${where === "" ? "WHERE" : `${where} AND`} EXISTS (SELECT 1 FROM devices d WHERE d.visit = v.n))
       WHERE place = 1)
     SELECT v.id AS visit_id, d.id, v.unit_code, v.unit_list, v.unit_name, v.site_name, d.type, d.quantity, d.room, d.label,
            d.disposition, d.flags, d.advice, d.before
     FROM chosen JOIN visits v ON v.n = chosen.n JOIN devices d ON d.visit = v.n
     ORDER BY v.n, d.position`,
  );
  for (const raw of statement.iterate(...values)) {
    const row = asRow<Row>(raw);
    yield {
      visit: row.visit_id,
      device: row.id,
      unit:
        row.unit_code === null ? null : { code: row.unit_code, list: row.unit_list ?? "", name: row.unit_name ?? "" },
      site: row.site_name ?? "",
      type: row.type,
      quantity: row.quantity,
      room: row.room,
      label: row.label,
      disposition: row.disposition,
      flags: row.flags === "" ? [] : fromColumn<Flag[]>(JSON.stringify(row.flags.split(" "))),
      advice: row.advice === "[]" ? [] : fromColumn<string[]>(row.advice),
      faultyBefore: row.before === "faulty",
    };
  }
}
