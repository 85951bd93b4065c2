import type { Connection } from "../db/connection.ts";
import { checkVisit, sealVisit } from "../rows/seal.ts";
import { headerRow, type HeaderRow } from "../rows/visit.ts";
import { noVisit } from "./errors.ts";

/**
 * One change of a stored visit: held against its digest before, sealed anew after it. Call inside a transaction.
 * @throws DamagedRecord where the visit is not what was written
 */
export function changeSealed(db: Connection, header: HeaderRow, body: () => void): void {
  checkVisit(db, header.row);
  body();
  sealVisit(db, header.n);
}

/** The same for a visit by its id; UserError 64 where there is none. */
export function changeStored(db: Connection, id: string, body: (header: HeaderRow) => void): void {
  const header = headerRow(db, id);
  if (header === null) throw noVisit(id, db.lang);
  changeSealed(db, header, () => body(header));
}
