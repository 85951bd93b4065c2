import type { Connection } from "./db/connection.ts";
import { DamagedRecord } from "./db/damaged.ts";
import { isDamage } from "./db/errors.ts";
import type { VisitFilter } from "./queries/filter.ts";
import { visitKeys, type VisitKey } from "./queries/keys.ts";
import { checkRecord } from "./rows/check-record.ts";

/** A visit that cannot be read, or is not what was written. */
export interface Damaged {
  /** Its id, or `#` and its number in the store. */
  readonly id: string;
  /** Which part: `header`, `scan`, `device:ID`, `row`, or what the database said. */
  readonly part: string;
}

/** What reading found damaged so far; each visit is held against its digests once. */
export interface DamageLedger {
  /** Keeps a damaged visit in mind. Throws on what is no damage. */
  note(id: string, error: unknown): void;
  /** The visits that a filter chooses; those without a row are noted and left out. */
  keysOf(filter: VisitFilter): readonly VisitKey[];
  /** Those that are what was written; the others are noted. */
  soundOf(keys: readonly VisitKey[]): readonly VisitKey[];
  all(): readonly Damaged[];
}

export function openLedger(db: Connection): DamageLedger {
  const found = new Map<string, Damaged>();
  const looked = new Map<number, boolean>();
  const note = (id: string, error: unknown): void => {
    if (!isDamage(error)) throw error;
    const part = error instanceof Error ? error.message : "";
    if (!found.has(id)) found.set(id, { id, part });
  };
  const look = ({ n, id }: VisitKey): boolean => {
    try {
      checkRecord(db, n, id);
      return true;
    } catch (error) {
      note(id, error);
      return false;
    }
  };
  const isSound = (key: VisitKey): boolean => {
    const known = looked.get(key.n) ?? look(key);
    looked.set(key.n, known);
    return known;
  };
  return {
    note,
    keysOf: (filter) =>
      db
        .guard(() => visitKeys(db, filter))
        .filter(({ id, row }) => {
          if (!row) note(id, new DamagedRecord(id, "row"));
          return row;
        }),
    soundOf: (keys) => keys.filter(isSound),
    all: () => [...found.values()],
  };
}
