import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { DraftWorld } from "../../base/draft-file.ts";
import { EXIT, UserError } from "../../base/exit.ts";
import type { Lang } from "../../base/languages.ts";
import { syncFolder } from "../../base/sync-folder.ts";
import { visits } from "../../text/visits.ts";
import { connect, STORE_FILE } from "../db/connection.ts";
import { keepPhoto, photosOf, photoState, piecesOf, type PhotoProblem } from "../photos.ts";
import { insertVisit } from "../rows/visit.ts";
import type { Visit } from "../schema.ts";
import { gather, type Finds } from "./finds.ts";
import { mend, rebuild, type Rebuilt } from "./rebuild.ts";

/** What became of one visit. */
export interface Rescued {
  readonly id: string;
  /**
   * `whole`: as it was written last. `mended`: whole again with parts from a copy, which may be older. `partly`: some of it
   * is missing or was changed by damage. `copy`: only a copy had it. `lost`: nothing that makes sense.
   */
  readonly state: "whole" | "mended" | "partly" | "copy" | "lost";
  readonly lostDevices: readonly string[];
  readonly doubtful: readonly string[];
  readonly scanLost: boolean;
}

export interface RescueResult {
  readonly visits: readonly Rescued[];
  readonly photos: readonly PhotoProblem[];
}

/**
 * Reads what a store and its copies still give, all in memory, into a new store; the old one is opened for reading alone.
 * @param target the new store's file; must not exist
 * @throws UserError 78 where there is no store, the target exists, or it cannot be written
 */
export async function rescue(folder: string, target: string, lang: Lang, world: DraftWorld): Promise<RescueResult> {
  const file = path.join(folder, STORE_FILE);
  const copies = copiesOf(folder);
  if (!existsSync(file) && copies.length === 0) throw new UserError(visits[lang].rescueNothing(folder), EXIT.config);
  if (existsSync(target)) throw new UserError(visits[lang].rescueExists(target), EXIT.config);
  const finds = existsSync(file) ? gather(file) : { visits: new Map<number, never>(), broken: true };
  const found = chosen(finds, copies.map(gather));
  writeStore(
    target,
    lang,
    found.flatMap(({ visit }) => (visit === null ? [] : [visit])),
  );
  const photos = await bringPhotos(
    folder,
    target,
    found.flatMap(({ visit }) => visit ?? []),
    world,
  );
  return { visits: found.map(({ told }) => told), photos };
}

/** Copies beside a store, newest first: of each day, and of before an upgrade. */
function copiesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${STORE_FILE}.`) && name.endsWith(".bak"))
    .map((name) => path.join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

interface Choice {
  readonly visit: Visit | null;
  readonly told: Rescued;
}

function chosen(finds: Finds, copies: readonly Finds[]): Choice[] {
  const earlier = new Map<string, Rebuilt>();
  for (const { visits: found } of copies)
    for (const each of found.values()) {
      const rebuilt = rebuild(each);
      if (rebuilt !== null && !earlier.has(rebuilt.visit.id)) earlier.set(rebuilt.visit.id, rebuilt);
    }
  const choices = new Map<string, Choice>();
  for (const [n, each] of finds.visits) {
    const rebuilt = rebuild(each);
    const named = each.headers[0]?.row["id"];
    const id = rebuilt?.visit.id ?? (typeof named === "string" ? named : `#${n}`);
    choices.set(id, choiceOf(id, each.whole, rebuilt, earlier.get(id)));
  }
  // A visit that a whole store does not have was removed on purpose; one that a broken store does not have may be lost.
  if (finds.broken)
    for (const [id, rebuilt] of earlier)
      if (!choices.has(id)) choices.set(id, { visit: rebuilt.visit, told: told(id, "copy", rebuilt) });
  return [...choices.values()];
}

function choiceOf(id: string, whole: boolean, rebuilt: Rebuilt | null, before: Rebuilt | undefined): Choice {
  if (rebuilt === null) {
    if (before === undefined) return { visit: null, told: { ...NOTHING, id } };
    return { visit: before.visit, told: told(id, "copy", before) };
  }
  if (whole) return { visit: rebuilt.visit, told: told(id, "whole", rebuilt) };
  const mended = before === undefined ? rebuilt : mend(rebuilt, before);
  const complete =
    mended.header &&
    mended.lostDevices.length + mended.doubtfulDevices.length + mended.lostMachines.length === 0 &&
    mended.scan !== "lost";
  return { visit: mended.visit, told: told(id, complete && before !== undefined ? "mended" : "partly", mended) };
}

const NOTHING: Omit<Rescued, "id"> = { state: "lost", lostDevices: [], doubtful: [], scanLost: false };

function told(id: string, state: Rescued["state"], rebuilt: Rebuilt): Rescued {
  return {
    id,
    state,
    lostDevices: rebuilt.lostDevices,
    doubtful: [...(rebuilt.header ? [] : ["header"]), ...rebuilt.doubtfulDevices],
    scanLost: rebuilt.scan === "lost" || rebuilt.lostMachines.length > 0,
  };
}

/** Under another name until it is complete: half a store must not look like one. */
function writeStore(target: string, lang: Lang, all: readonly Visit[]): void {
  const folder = path.dirname(target);
  const draft = `.${path.basename(target)}.${process.pid}.part`;
  const files = ["", "-wal", "-shm"].map((suffix) => path.join(folder, draft + suffix));
  const remove = (): void => files.forEach((file) => rmSync(file, { force: true }));
  remove();
  try {
    const db = connect(folder, lang, draft);
    try {
      for (const visit of all) db.write(() => insertVisit(db, visit));
    } finally {
      db.close();
    }
    renameSync(path.join(folder, draft), target);
    syncFolder(folder);
  } finally {
    remove();
  }
}

/** Photos stay where they are where the new store lies beside the old one; else the whole ones come along. */
async function bringPhotos(
  folder: string,
  target: string,
  all: readonly Visit[],
  world: DraftWorld,
): Promise<PhotoProblem[]> {
  const problems: PhotoProblem[] = [];
  for (const visit of all) {
    const from = path.join(folder, "photos", visit.id);
    const to = path.join(path.dirname(target), "photos", visit.id);
    for (const photo of photosOf(visit)) {
      const state = photoState(from, photo);
      if (state !== "ok") problems.push({ visit: visit.id, file: photo.file, state });
      else if (path.resolve(from) !== path.resolve(to))
        await keepPhoto(to, photo, piecesOf(path.join(from, photo.file)), world);
    }
  }
  return problems;
}
