import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { openDraft, type DraftWorld } from "../base/draft-file.ts";
import { makeFolder } from "../base/make-folder.ts";
import type { Device, photo } from "./schema.ts";

export type Photo = z.infer<typeof photo>;

/** What lies in the place of a photo. `damaged`: not the bytes that were stored. */
export type PhotoState = "ok" | "missing" | "damaged";

/** A photo of a visit that is not what was stored, or not there. */
export interface PhotoProblem {
  readonly visit: string;
  readonly file: string;
  readonly state: Exclude<PhotoState, "ok">;
}

/** Bytes read or written at a time. */
const PIECE = 1024 * 1024;

/**
 * The photos of a visit, each file once. Only plain file names: a visit from elsewhere must not name a place outside its
 * folder.
 */
export function photosOf(visit: { readonly devices: readonly Pick<Device, "photos">[] }): readonly Photo[] {
  const all = visit.devices.flatMap((device) => device.photos).filter(({ file }) => isPlain(file));
  return [...new Map(all.map((each) => [each.file, each])).values()];
}

/** How closely photos are looked at: byte for byte, or only whether each is there in its full size. */
export type Depth = "hash" | "size";

/** Looks whether the photo in this folder is the one that was stored. */
export function photoState(folder: string, { file, sha256, bytes }: Photo, depth: Depth = "hash"): PhotoState {
  const place = path.join(folder, file);
  const there = statSync(place, { throwIfNoEntry: false });
  if (there === undefined) return "missing";
  if (!there.isFile() || there.size !== bytes) return "damaged";
  if (depth === "size") return "ok";
  try {
    const hash = createHash("sha256");
    for (const piece of piecesOf(place)) hash.update(piece);
    return hash.digest("hex") === sha256 ? "ok" : "damaged";
  } catch {
    // A stick that gives a file's size but not its content.
    return "damaged";
  }
}

/** Looks at every photo of a visit. */
export function photoProblems(
  folder: string,
  visit: { readonly id: string; readonly devices: readonly Pick<Device, "photos">[] },
  depth: Depth = "hash",
): PhotoProblem[] {
  return photosOf(visit).flatMap((wanted) => {
    const state = photoState(folder, wanted, depth);
    return state === "ok" ? [] : [{ visit: visit.id, file: wanted.file, state }];
  });
}

/** The content of a file, a piece at a time. */
export function* piecesOf(file: string): Generator<Buffer> {
  const handle = openSync(file, "r");
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const count = readSync(handle, piece);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts a photo into a visit's folder by the law of answers: written beside, synced, renamed, the name synced; it is on
 * the disk when this returns. One that lies there already, whole, is left as it is; a damaged one is replaced.
 * @param content the bytes; the caller has checked that they are those of the photo
 * @throws what the file system says
 */
export async function keepPhoto(
  folder: string,
  wanted: Photo,
  content: Iterable<Uint8Array>,
  world: DraftWorld,
): Promise<void> {
  makeFolder(folder);
  if (photoState(folder, wanted) === "ok") return;
  const draft = openDraft(path.join(folder, wanted.file), world);
  try {
    for (const piece of content) draft.write(piece);
    await draft.publish();
  } finally {
    draft.drop();
  }
}

/** No path, no hidden name, none that Windows reads as a drive or a stream. */
function isPlain(file: string): boolean {
  return file !== "" && file === path.basename(file) && !/^\.|[\\/:]/u.test(file);
}
