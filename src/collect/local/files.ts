import { open, readdir } from "node:fs/promises";
import path from "node:path";
import type { RawOutput } from "../../evidence/schema.ts";
import type { CollectContext } from "../context.ts";

/** A file of the operating system: its text, its absence, or that it may not be read. The last two are different facts. */
export type FileRead =
  | { readonly state: "read"; readonly bytes: Uint8Array; readonly text: string; readonly modifiedMs: number }
  | { readonly state: "absent" }
  | { readonly state: "unreadable"; readonly why: string };

/** Reads the operating system's files below a root, so that a recorded machine can be read like a running one. */
export interface SystemFiles {
  read(file: string): Promise<FileRead>;
  /** Names in a folder; none where it cannot be listed. */
  list(folder: string): Promise<readonly string[]>;
}

const SIZE_CAP = 1024 * 1024;

/**
 * @param root "/" for this machine
 * @param context files that were read go into `raw` like the output of a tool, so `scan --record` has them
 */
export function systemFiles(root: string, context: CollectContext): SystemFiles {
  return {
    read: async (file) => {
      const result = await readCapped(path.join(root, file));
      // Thousands of lines of /sys are worth nothing in a record.
      if (!file.startsWith("/sys/")) context.raw.push(rawOf(file, result));
      return result;
    },
    list: async (folder) => {
      try {
        return (await readdir(path.join(root, folder))).toSorted();
      } catch {
        return [];
      }
    },
  };
}

/** A file in the form of a tool's output. Network settings may hold the password of a Wi-Fi (`wpa-psk …`): that is not kept. */
function rawOf(file: string, result: FileRead): RawOutput {
  const read = result.state === "read";
  const text = read ? result.text.replace(/^(.*(?:psk|passw|secret|wep-key)[^\s=]*[\s=]+).*$/gimu, "$1***") : "";
  return { tool: "read-file", args: [file], exitCode: read ? 0 : 1, stdout: text, stderr: read ? "" : result.state };
}

async function readCapped(file: string): Promise<FileRead> {
  try {
    const handle = await open(file, "r");
    try {
      const { mtimeMs } = await handle.stat();
      const bytes = await readAll(handle);
      return { state: "read", bytes, text: new TextDecoder().decode(bytes), modifiedMs: mtimeMs };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return code === "ENOENT" || code === "ENOTDIR" ? { state: "absent" } : { state: "unreadable", why: code === "" ? String(error) : code };
  }
}

// Files of /proc have no size, so they are read until they end, or the cap.
async function readAll(handle: Awaited<ReturnType<typeof open>>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  while (total < SIZE_CAP) {
    const buffer = new Uint8Array(65_536);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) break;
    parts.push(buffer.subarray(0, bytesRead));
    total += bytesRead;
  }
  return Buffer.concat(parts);
}
