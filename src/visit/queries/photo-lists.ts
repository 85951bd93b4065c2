import type { Connection } from "../db/connection.ts";
import { asRow, fromColumn } from "../rows/json.ts";
import type { Device } from "../schema.ts";
import { whereClause, type VisitFilter } from "./filter.ts";

/** A visit with the photos of its devices, and nothing else of them. */
export interface PhotoList {
  readonly id: string;
  readonly devices: readonly Pick<Device, "photos">[];
}

/** The photos that visits name, a list for each device that has some. */
export function photoLists(db: Connection, filter: VisitFilter): PhotoList[] {
  const { where, values } = whereClause(filter);
  const rows = db
    .sql(
      `SELECT v.id, d.photos FROM visits v JOIN devices d ON d.visit = v.n
       ${where === "" ? "WHERE" : `${where} AND`} d.photo_count > 0 ORDER BY v.started_ms, v.id, d.position`,
    )
    .all(...values)
    .map((row) => asRow<{ id: string; photos: string }>(row));
  return rows.map(({ id, photos }) => ({ id, devices: [{ photos: fromColumn<Device["photos"]>(photos) }] }));
}

/** How many photos all visits name. */
export function countPhotos(db: Connection): number {
  return Number(db.sql("SELECT coalesce(sum(photo_count), 0) AS count FROM devices").get()?.["count"]);
}
