import { EXIT, UserError } from "../../base/exit.ts";
import { DamagedRecord } from "./damaged.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { fileProblem } from "../../text/file-problems.ts";
import { visits } from "../../text/visits.ts";
import type { Lang } from "../../base/languages.ts";
import { codeOf } from "../../base/error-code.ts";

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); extended codes carry them in the low byte.
const ERROR = 1;
const PERM = 3;
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const CONSTRAINT = 19;
const MISMATCH = 20;
const FORMAT = 24;
const NOTADB = 26;

/**
 * What SQLite or the file system said about the store, as one clear message for its user; anything else is the tool's
 * own fault and passes unchanged.
 */
export function asUserError(error: unknown, file: string, folder: string, lang: Lang): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const message =
    error instanceof DamagedRecord
      ? visits[lang].recordDamaged(oneLine(error.visit, 60), oneLine(error.message, 100))
      : (sqliteMessage(error, file, folder, lang) ?? systemMessage(error, folder, lang));
  return message === null ? error : new UserError(message, EXIT.config);
}

/** Null where SQLite did not say it, or said what is no trouble of the store's place. */
function sqliteMessage(error: Error, file: string, folder: string, lang: Lang): string | null {
  const texts = visits[lang];
  const detail = oneLine(error.message, 200);
  switch (sqliteCode(error)) {
    case PERM:
    case READONLY:
    case CANTOPEN:
      return texts.storeReadOnly(folder);
    case FULL:
      return texts.storeFull(folder);
    case IOERR:
      return texts.storeFailed(file, detail);
    case BUSY:
    case LOCKED:
      return texts.storeBusy(file);
    // A table or column that is not there, JSON that is none, keys that clash: our own statements fit the schema, so it
    // is the file that does not.
    case ERROR:
    case CONSTRAINT:
    case MISMATCH:
    case FORMAT:
    case CORRUPT:
    case NOTADB:
      return texts.storeBroken(file, detail);
    default:
      return null;
  }
}

/** Null where it was not the operating system that said it. */
function systemMessage(error: Error, folder: string, lang: Lang): string | null {
  const texts = visits[lang];
  switch (systemCode(error)) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
    // Node's word for making a folder on a read-only file system.
    case "ENOENT":
      return texts.storeReadOnly(folder);
    case "ENOTDIR":
    case "EEXIST":
      return texts.storeNotFolder(folder);
    case "ENOSPC":
    case "EDQUOT":
      return texts.storeFull(folder);
    case undefined:
      return null;
    // A name that is too long, or holds what Windows allows in no name; a stick that fails.
    default:
      return texts.storeFailed(folder, fileProblem(error, lang));
  }
}

/** True while another connection holds a lock that passes. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && [BUSY, LOCKED].includes(sqliteCode(error) ?? 0);
}

/** True where the store, or the disk under it, takes no writing. */
export function isUnwritable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    [PERM, READONLY, IOERR, FULL, CANTOPEN].includes(sqliteCode(error) ?? 0) ||
    ["EROFS", "EACCES", "EPERM", "ENOSPC"].includes(systemCode(error) ?? "")
  );
}

/**
 * True for what damage in one place of the file makes a reader throw: the next record may well be whole. Not for a lock
 * or a folder without rights, which concern all.
 */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedRecord) return true;
  if (!(error instanceof Error)) return false;
  // JSON of ours that is none any more.
  if (error instanceof SyntaxError) return true;
  // A number that grew by a flipped bit beyond what the language has.
  if ("code" in error && error.code === "ERR_OUT_OF_RANGE") return true;
  return [ERROR, IOERR, CORRUPT, MISMATCH, FORMAT, NOTADB].includes(sqliteCode(error) ?? 0);
}

function sqliteCode(error: Error): number | undefined {
  return "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
}

/** What the operating system said; undefined for Node's own complaints (ERR_…), which are bugs of the caller. */
function systemCode(error: Error): string | undefined {
  const code = codeOf(error);
  return code === "" || code.startsWith("ERR_") ? undefined : code;
}
