import { existsSync, statfsSync } from "node:fs";
import path from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { EXIT, UserError } from "../../base/exit.ts";
import { visits } from "../../text/visits.ts";
import type { Lang } from "../../base/languages.ts";
import { openAsItLies } from "./as-it-lies.ts";
import { asUserError, isBusy, isUnwritable } from "./errors.ts";
import { makeFolder } from "../../base/make-folder.ts";
import { MIGRATIONS } from "./migrations.ts";

/** How long one process waits for another one's short write, milliseconds. */
const BUSY_MS = 10_000;
/** Below this the next answers could not be committed: say so before the first question. */
const LEAST_FREE_BYTES = 1024 * 1024;

/** One open database. Every method tells the user's troubles (full, read-only, busy, broken) as UserError 78. */
export interface Connection {
  readonly file: string;
  readonly folder: string;
  readonly lang: Lang;
  /** The prepared statement for this text, made once. */
  sql(text: string): StatementSync;
  /** Runs `body` in one transaction that holds the write lock from its start; it is all committed, or nothing. */
  write<T>(body: () => T): T;
  /** Runs `body`, turning what SQLite throws into messages for people. */
  guard<T>(body: () => T): T;
  close(): void;
}

/** Opens `visits.db` in the folder, making both where they are missing, and brings an older schema up to date. */
export function connect(folder: string, lang: Lang): Connection {
  const file = path.join(folder, "visits.db");
  const guard = guarded(file, folder, lang);
  return guard(() => {
    makeFolder(folder);
    refuseFullDisk(folder, lang);
    return open(file, folder, lang, guard);
  });
}

/**
 * The same for reading only: a full disk or a write-protected stick must not keep anybody from taking the data off it.
 * Where the store cannot be opened in the ordinary way, it is read as it lies there.
 */
export function connectToRead(folder: string, lang: Lang): Connection {
  const file = path.join(folder, "visits.db");
  const guard = guarded(file, folder, lang);
  try {
    makeFolder(folder);
    return open(file, folder, lang, guard);
  } catch (error) {
    if (!existsSync(file) || !isUnwritable(error)) throw asUserError(error, file, folder, lang);
  }
  return guard(() => {
    const { database, drop } = openAsItLies(file);
    const found = version(database);
    if (found !== MIGRATIONS.length) {
      database.close();
      drop();
      refuseNewer(found, file, lang);
      // An older one cannot be brought up to date where nothing can be written.
      throw new UserError(visits[lang].storeReadOnly(folder), EXIT.config);
    }
    const connection = makeConnection(database, file, folder, lang, guard);
    return {
      ...connection,
      close: () => {
        connection.close();
        drop();
      },
    };
  });
}

function guarded(file: string, folder: string, lang: Lang): Connection["guard"] {
  return (body) => {
    try {
      return body();
    } catch (error) {
      throw asUserError(error, file, folder, lang);
    }
  };
}

function open(file: string, folder: string, lang: Lang, guard: Connection["guard"]): Connection {
  const database = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  try {
    prepareDatabase(database, file, lang);
  } catch (error) {
    database.close();
    throw error;
  }
  return makeConnection(database, file, folder, lang, guard);
}

function makeConnection(
  database: DatabaseSync,
  file: string,
  folder: string,
  lang: Lang,
  guard: Connection["guard"],
): Connection {
  const statements = new Map<string, StatementSync>();
  return {
    file,
    folder,
    lang,
    sql(text) {
      const known = statements.get(text) ?? database.prepare(text);
      statements.set(text, known);
      return known;
    },
    write: (body) => guard(() => transaction(database, body)),
    guard,
    close: () => database.close(),
  };
}

function transaction<T>(database: DatabaseSync, body: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = body();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk may have rolled back already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function prepareDatabase(database: DatabaseSync, file: string, lang: Lang): void {
  const known = MIGRATIONS.length;
  const found = version(database);
  refuseNewer(found, file, lang);
  // The switch to WAL does not wait for other connections by itself.
  retryBusy(() => database.exec("PRAGMA journal_mode = WAL"));
  database.exec("PRAGMA synchronous = FULL");
  if (found === known) {
    // SQLite opens what it may not write without a word; taking the write lock tells.
    transaction(database, () => undefined);
    return;
  }
  transaction(database, () => {
    // Read again: another process may have been quicker.
    for (const step of MIGRATIONS.slice(version(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${known}`);
  });
}

function refuseNewer(found: number, file: string, lang: Lang): void {
  const known = MIGRATIONS.length;
  if (found > known) throw new UserError(visits[lang].storeNewer(file, found, known), EXIT.config);
}

function version(database: DatabaseSync): number {
  return Number(retryBusy(() => database.prepare("PRAGMA user_version").get())?.["user_version"] ?? 0);
}

function retryBusy<T>(body: () => T): T {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = BUSY_MS / 20; ; tries -= 1) {
    try {
      return body();
    } catch (error) {
      if (!isBusy(error) || tries <= 0) throw error;
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}

function refuseFullDisk(folder: string, lang: Lang): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < LEAST_FREE_BYTES) throw new UserError(visits[lang].storeFull(folder), EXIT.config);
}
