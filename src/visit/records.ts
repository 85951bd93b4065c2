import type { Connection } from "./db/connection.ts";
import { openLedger, type DamageLedger, type Damaged } from "./damage-ledger.ts";
import type { VisitFilter } from "./queries/filter.ts";
import type { VisitKey } from "./queries/keys.ts";
import { headerRowAt, readVisit } from "./rows/visit.ts";
import type { Visit } from "./schema.ts";

/** Reading of many visits, each alone: one bad record never takes the others. */
export interface Records {
  /** Whole visits one after the other, oldest first, never all in memory. */
  iterate(filter: VisitFilter): Generator<Visit>;
  /**
   * Rows of tables, some visits at a time; what `read` gives for a filter is passed on as it is.
   * @param look whether visits are held against their digests before, or only where reading fails
   */
  portions<T>(
    filter: VisitFilter,
    read: (filter: VisitFilter) => readonly T[],
    look?: "before" | "onFailure",
  ): Generator<T>;
  /** A result over all chosen visits together, without the damaged ones. */
  together<T>(filter: VisitFilter, read: (filter: VisitFilter) => T): T;
  /** True where no record that is looked at is damaged. A laptop's all are; a centre has too many to look at each day. */
  sound(): boolean;
  /** Holds every visit against its digests. */
  checkAll(): readonly Damaged[];
  /** What was passed over so far, each visit once. */
  damaged(): readonly Damaged[];
}

/** Visits that are read together: few enough to stay small in memory, many enough to be quick. */
const PORTION = 100;
/**
 * Tables of so many visits are held against the digests before they are read: what a laptop gathers. At the centre, on a
 * disk that does not wear out in a trouser pocket, `visits check` does it.
 */
const CHECKED = 1000;

const filterOf = (keys: readonly VisitKey[]): VisitFilter => ({ numbers: keys.map(({ n }) => n) });

export function openRecords(db: Connection): Records {
  const ledger = openLedger(db);
  return {
    iterate: (filter) => wholeVisits(db, ledger, filter),
    portions: (filter, read, look = "before") => portionsOf(db, ledger, look, filter, read),
    together(filter, read) {
      const keys = ledger.keysOf(filter);
      return db.guard(() =>
        keys.length <= CHECKED ? read(filterOf(ledger.soundOf(keys))) : readWithout(ledger, keys, read),
      );
    },
    sound() {
      const keys = ledger.keysOf({});
      return (keys.length > CHECKED || ledger.soundOf(keys).length === keys.length) && ledger.all().length === 0;
    },
    checkAll() {
      ledger.soundOf(ledger.keysOf({}));
      return ledger.all();
    },
    damaged: () => ledger.all(),
  };
}

function* wholeVisits(db: Connection, ledger: DamageLedger, filter: VisitFilter): Generator<Visit> {
  for (const { n, id } of ledger.keysOf(filter)) {
    let visit: Visit | null = null;
    try {
      const row = headerRowAt(db, n);
      visit = row === null ? null : readVisit(db, row);
    } catch (error) {
      db.guard(() => ledger.note(id, error));
    }
    if (visit !== null) yield visit;
  }
}

function* portionsOf<T>(
  db: Connection,
  ledger: DamageLedger,
  look: "before" | "onFailure",
  filter: VisitFilter,
  read: (filter: VisitFilter) => readonly T[],
): Generator<T> {
  const keys = ledger.keysOf(filter);
  const checked = look === "before" && keys.length <= CHECKED ? ledger.soundOf(keys) : keys;
  for (let at = 0; at < checked.length; at += PORTION)
    yield* db.guard(() => readWithout(ledger, checked.slice(at, at + PORTION), read));
}

/** Where one of them cannot be read: without it. Where none is to blame the error is told. */
function readWithout<T>(ledger: DamageLedger, keys: readonly VisitKey[], read: (filter: VisitFilter) => T): T {
  try {
    return read(filterOf(keys));
  } catch (error) {
    const rest = ledger.soundOf(keys);
    if (rest.length === keys.length) throw error;
    return read(filterOf(rest));
  }
}
