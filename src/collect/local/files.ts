import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";
import type { RawOutput } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { codeOf } from "../../base/error-code.ts";

/**
 * A file of the operating system: its text, its absence, or that it may not be read. The last two are different facts.
 */
export type FileRead =
  | {
      readonly state: "read";
      readonly bytes: Uint8Array;
      readonly text: string;
      readonly modifiedMs: number;
      /** The file is longer than what is read of any. */
      readonly cut: boolean;
    }
  | { readonly state: "absent" }
  | { readonly state: "unreadable"; readonly why: string };

/** Reads the operating system's files below a root, so that a recorded machine can be read like a running one. */
export interface SystemFiles {
  read(file: string): FileRead;
  /** Names in a folder; none where it cannot be listed. */
  list(folder: string): readonly string[];
}

/** Hosts files of ad blockers have some megabytes. */
const SIZE_CAP = 64 * 1024 * 1024;
/** What a record keeps of one. */
const RECORD_CAP = 256 * 1024;
const CHUNK = 16_384;

/**
 * @param root "/" for this machine
 * @param context files that were read go into `raw` like the output of a tool, so `scan --record` has them
 */
export function systemFiles(root: string, context: CollectContext): SystemFiles {
  return {
    read: (file) => {
      const result = readCapped(path.join(root, file));
      // Thousands of lines of /sys are worth nothing in a record.
      if (!file.startsWith("/sys/")) context.raw.push(rawOf(file, result));
      return result;
    },
    list: (folder) => {
      try {
        return readdirSync(path.join(root, folder)).toSorted();
      } catch {
        return [];
      }
    },
  };
}

/**
 * A file in the form of a tool's output. Network settings may hold the password of a Wi-Fi (`wpa-psk …`): that is not
 * kept.
 */
function rawOf(file: string, result: FileRead): RawOutput {
  const read = result.state === "read";
  const text = read ? result.text.replace(/^(.*(?:psk|passw|secret|wep-key)[^\s=]*[\s=]+).*$/gimu, "$1***") : "";
  const rest = text.length - RECORD_CAP;
  const kept = rest > 0 ? `${text.slice(0, RECORD_CAP)}\n[${String(rest)} characters more]\n` : text;
  return { tool: "read-file", args: [file], exitCode: read ? 0 : 1, stdout: kept, stderr: read ? "" : result.state };
}

// Read at once instead of through the thread pool: these files live in memory, some two hundred calls take 3 ms so and
// 25 ms otherwise.
function readCapped(file: string): FileRead {
  try {
    const handle = openSync(file, "r");
    try {
      const { mtimeMs } = fstatSync(handle);
      const bytes = readAll(handle);
      const cut = bytes.length > SIZE_CAP;
      return { state: "read", bytes, text: new TextDecoder().decode(bytes), modifiedMs: mtimeMs, cut };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOENT" || code === "ENOTDIR"
      ? { state: "absent" }
      : { state: "unreadable", why: code === "" ? String(error) : code };
  }
}

// Files of /proc have no size, so they are read until they end, or the cap.
function readAll(handle: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  while (total <= SIZE_CAP) {
    const buffer = new Uint8Array(CHUNK);
    const count = readSync(handle, buffer, 0, CHUNK, null);
    if (count === 0) break;
    parts.push(buffer.subarray(0, count));
    total += count;
  }
  return Buffer.concat(parts);
}
