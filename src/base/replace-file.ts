import { rename } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { codeOf } from "./error-code.ts";

const HELD: ReadonlySet<string> = new Set(["EPERM", "EACCES", "EBUSY"]);
/**
 * Virus scanners and indexers look at a fresh file for a moment; whoever holds it longer is a program that a person has
 * to close.
 */
const AGAIN_AFTER_MS = [20, 60, 150, 300];

/** Windows lets nobody replace a file that a program holds open (Excel does); no other system minds. */
export function isHeld(error: unknown, platform: NodeJS.Platform): boolean {
  if (platform !== "win32" || !(error instanceof Error) || !("syscall" in error)) return false;
  return error.syscall === "rename" && HELD.has(codeOf(error));
}

/**
 * Puts a finished file in the place of another one, or of none.
 * @throws the system's error; {@link isHeld} tells a file that stayed open elsewhere for half a second
 */
export async function replaceFile(from: string, to: string, platform: NodeJS.Platform): Promise<void> {
  for (const ms of AGAIN_AFTER_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isHeld(error, platform)) throw error;
      await wait(ms);
    }
  }
  await rename(from, to);
}
