import { closeSync, fsyncSync, openSync } from "node:fs";
import { codeOf } from "./error-code.ts";

/** What systems say that cannot sync a folder: Windows, some file systems of sticks and network drives. */
const CANNOT: ReadonlySet<string> = new Set(["EINVAL", "EISDIR", "EPERM", "EACCES", "ENOTSUP", "EBADF"]);

/**
 * Puts the names in a folder on the disk: after a power cut a file that was synced may lie there under no name.
 * @throws what the file system says, but not where it knows no such thing
 */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!CANNOT.has(codeOf(error))) throw error;
  }
}
