import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { syncFolder } from "./sync-folder.ts";

/**
 * Makes a folder and what is missing above it, for its user alone, and puts their names on the disk. Node's own
 * `recursive` never returns where a folder that is there refuses children as if it were not (/proc, a stick that was
 * pulled out).
 * @throws what the file system says: EACCES, EROFS, ENOSPC, ENOTDIR, ENOENT …
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !existsSync(at); at = path.dirname(at)) {
    missing.push(at);
    if (path.dirname(at) === at) break;
  }
  for (const each of missing.toReversed()) makeOne(each);
  if (!statSync(folder).isDirectory()) throw Object.assign(new Error(`${folder} is no folder`), { code: "ENOTDIR" });
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
    syncFolder(path.dirname(folder));
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(folder)) throw error;
  }
}
