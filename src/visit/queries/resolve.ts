import { UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { visits } from "../../text/visits.ts";
import type { Connection } from "../db/connection.ts";

/** How much of an id is shown at least: its milliseconds, which tell visits of one laptop apart. */
const SHORT_ID = 13;

/** The beginnings of these ids, long enough to tell them apart. */
export function shortIds(ids: readonly string[]): string[] {
  const sorted = ids.toSorted();
  const needed = new Map<string, number>();
  sorted.forEach((id, at) => {
    const before = common(id, sorted[at - 1] ?? "");
    const after = common(id, sorted[at + 1] ?? "");
    needed.set(id, Math.max(SHORT_ID, before + 1, after + 1));
  });
  return ids.map((id) => id.slice(0, needed.get(id)));
}

function common(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * The whole id for an id or its beginning. UserError 64 where none fits, or several do.
 * @param given as typed; upper case is fine
 */
export function resolveId(db: Connection, given: string): string {
  const texts = visits[db.lang];
  const prefix = given.trim().toLowerCase();
  if (!/^[0-9a-f][0-9a-f-]{0,35}$/u.test(prefix)) throw new UserError(texts.noVisit(oneLine(given, 60)));
  // "g" sorts after every hexadecimal digit, so the index answers this.
  const found = db.sql("SELECT id FROM visits WHERE id >= ? AND id < ? ORDER BY id LIMIT 5").all(prefix, `${prefix}g`);
  const ids = found.map((row) => String(row["id"]));
  const [first] = ids;
  if (first === undefined) throw new UserError(texts.noVisit(prefix));
  if (ids.length > 1)
    throw new UserError(texts.ambiguous(prefix, ids.length > 4 ? `${ids.slice(0, 4).join(", ")}, …` : ids.join(", ")));
  return first;
}
