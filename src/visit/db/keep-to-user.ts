import { chmodSync, closeSync, existsSync, openSync, statSync } from "node:fs";

const OTHERS = 0o077;

/**
 * Names, telephones and what is written about an office are for nobody else on the machine: the database, its log and its
 * index for its user alone, made so before SQLite opens them, mended where an earlier version was laxer. Windows keeps
 * them in the user's own folder.
 * @throws what the file system says where the database cannot be made
 */
export function keepToUser(file: string): void {
  if (process.platform === "win32") return;
  // What SQLite makes beside a database takes over its rights.
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
  for (const each of [file, `${file}-wal`, `${file}-shm`]) tighten(each);
}

function tighten(file: string): void {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there === undefined || (there.mode & OTHERS) === 0) return;
  try {
    chmodSync(file, there.mode & 0o700);
  } catch {
    // A stick without rights, or another user's file that the system lets us use.
  }
}
