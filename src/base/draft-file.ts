import { closeSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import { replaceFile } from "./replace-file.ts";
import { syncFolder } from "./sync-folder.ts";
import { codeOf } from "./error-code.ts";

/** A file that is being written beside its place. Nobody but its user may read it: records hold names and telephones. */
export interface DraftFile {
  /** Where it is written until then. */
  readonly path: string;
  write(bytes: Uint8Array): void;
  /** Syncs it, gives it its name, and syncs the name: after this it outlasts a power cut. */
  publish(): Promise<void>;
  /** Takes it away, unless it was published. */
  drop(): void;
}

/** What a draft needs from outside. */
export interface DraftWorld {
  readonly platform: NodeJS.Platform;
  randomBytes(size: number): Uint8Array;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Enough of a name to recognise it by; names may be as long as the file system allows. */
const HEAD = 40;
/** One from another machine (a network drive) is left alone until nobody can be writing it any more, milliseconds. */
const FOREIGN_MS = 60 * 60 * 1000;
const NAME = /^\..*\.qb-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.part$/u;

/**
 * Opens a draft of `target` in the same folder, and cleans up what killed processes left of theirs there.
 * @throws what the file system says: ENOENT, EACCES, ENOSPC …
 */
export function openDraft(target: string, world: DraftWorld): DraftFile {
  const folder = path.dirname(target);
  cleanDrafts(folder, world.now());
  const tag = Buffer.from(world.randomBytes(4)).toString("hex");
  const head = path.basename(target).slice(0, HEAD);
  const file = path.join(folder, `.${head}.qb-${machine()}-${process.pid}-${tag}.part`);
  let handle: number | null = openSync(file, "wx", 0o600);
  const close = (): void => {
    if (handle !== null) closeSync(handle);
    handle = null;
  };
  return {
    path: file,
    write(bytes) {
      if (handle === null) throw new Error("a closed draft");
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    },
    async publish() {
      if (handle !== null) fsyncSync(handle);
      close();
      await replaceFile(file, target, world.platform);
      syncFolder(folder);
    },
    drop() {
      close();
      rmSync(file, { force: true });
    },
  };
}

/** Drafts in a folder whose process ended without publishing them. */
export function leftDrafts(folder: string, now: number): string[] {
  return readdirSync(folder)
    .filter((name) => isLeft(name, path.join(folder, name), now))
    .map((name) => path.join(folder, name));
}

function cleanDrafts(folder: string, now: number): void {
  // Tidying up must not keep anybody from writing: what cannot be listed or removed stays.
  try {
    for (const file of leftDrafts(folder, now)) rmSync(file, { force: true });
  } catch {
    // As above.
  }
}

function isLeft(name: string, file: string, now: number): boolean {
  const [, host, pid] = NAME.exec(name) ?? [];
  if (host === undefined) return false;
  if (host === machine()) return !isRunning(Number(pid));
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return changed !== undefined && now - changed > FOREIGN_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is one, too.
    return codeOf(error) === "EPERM";
  }
}

function machine(): string {
  return crc32(hostname()).toString(16).padStart(8, "0");
}
