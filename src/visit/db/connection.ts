import { existsSync, statfsSync } from "node:fs";
import path from "node:path";
import { backup, DatabaseSync, type StatementSync } from "node:sqlite";
import { EXIT, UserError } from "../../base/exit.ts";
import { visits } from "../../text/visits.ts";
import type { Lang } from "../../base/languages.ts";
import { openAsItLies } from "./as-it-lies.ts";
import { asUserError, isBusy, isUnwritable } from "./errors.ts";
import { makeFolder } from "../../base/make-folder.ts";
import { identityOf, sameFile, type Identity } from "./identity.ts";
import { keepToUser } from "./keep-to-user.ts";
import { upgrade } from "./upgrade.ts";
import { refuseForeign, SCHEMA_VERSION, versionOf } from "./version.ts";

/** How long one process waits for another one's short write, milliseconds. */
const BUSY_MS = 10_000;
/** Below this the next answers could not be committed: say so before the first question. */
const LEAST_FREE_BYTES = 1024 * 1024;

/** One open database. Every method tells the user's troubles (full, read-only, busy, broken) as UserError 78. */
export interface Connection {
  readonly file: string;
  readonly folder: string;
  readonly lang: Lang;
  /** False where it is read as it lies on a disk that takes no writing. */
  readonly writable: boolean;
  /** The prepared statement for this text, made once. */
  sql(text: string): StatementSync;
  /**
   * Runs `body` in one transaction that holds the write lock from its start; it is all committed, or nothing. UserError 78
   * where the file was removed or replaced since it was opened: nothing is acknowledged into the void.
   */
  write<T>(body: () => T): T;
  /** Runs `body`, turning what SQLite throws into messages for people. */
  guard<T>(body: () => T): T;
  /** Copies the database as it is committed now into a file (SQLite's backup interface), while others go on using it. */
  copyTo(file: string): Promise<void>;
  close(): void;
}

/** Name of the store in its folder. */
export const STORE_FILE = "visits.db";

/**
 * Opens the store in the folder, making both where they are missing, and brings an older schema up to date.
 * @param name another name than the usual one: a store that was rescued into a file of its own
 */
export function connect(folder: string, lang: Lang, name = STORE_FILE): Connection {
  const file = path.join(folder, name);
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
  const file = path.join(folder, STORE_FILE);
  const guard = guarded(file, folder, lang);
  try {
    makeFolder(folder);
    return open(file, folder, lang, guard);
  } catch (error) {
    if (!existsSync(file) || !isUnwritable(error)) throw asUserError(error, file, folder, lang);
  }
  return guard(() => {
    const { database, drop } = openAsItLies(file);
    try {
      refuseForeign(database, file, lang);
      // An older one cannot be brought up to date where nothing can be written.
      if (versionOf(database) !== SCHEMA_VERSION) throw new UserError(visits[lang].storeReadOnly(folder), EXIT.config);
    } catch (error) {
      database.close();
      drop();
      throw error;
    }
    const connection = makeConnection(database, file, folder, lang, guard);
    return {
      ...connection,
      writable: false,
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
  keepToUser(file);
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
  // The log is made by the first who opens the database and stays until the last one closes it.
  const opened = [file, `${file}-wal`].map(identityOf);
  return {
    file,
    folder,
    lang,
    writable: true,
    sql(text) {
      const known = statements.get(text) ?? database.prepare(text);
      statements.set(text, known);
      return known;
    },
    write: (body) =>
      guard(() =>
        transaction(database, () => {
          const result = body();
          refuseVoid(file, opened, lang);
          return result;
        }),
      ),
    guard,
    copyTo: async (target) => void (await backup(database, target)),
    close: () => database.close(),
  };
}

/** What is committed into a file that nobody can find again is lost. */
function refuseVoid(file: string, opened: readonly (Identity | null)[], lang: Lang): void {
  const now = [file, `${file}-wal`].map(identityOf);
  const same = opened.every((before, at) => before === null || sameFile(before, now[at] ?? null));
  if (!same) throw new UserError(visits[lang].storeGone(file), EXIT.config);
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
  retryBusy(() => refuseForeign(database, file, lang));
  // The switch to WAL does not wait for other connections by itself.
  retryBusy(() => database.exec("PRAGMA journal_mode = WAL"));
  database.exec("PRAGMA synchronous = FULL");
  const found = retryBusy(() => versionOf(database));
  // SQLite opens what it may not write without a word; taking the write lock tells.
  if (found === SCHEMA_VERSION) transaction(database, () => undefined);
  else upgrade(database, file, found, (body) => transaction(database, body));
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
