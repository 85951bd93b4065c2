import path from "node:path";
import type { DraftWorld } from "../../base/draft-file.ts";
import { keepPhoto, photosOf, photoState, piecesOf, type PhotoProblem } from "../photos.ts";
import type { Visit } from "../schema.ts";

/** Beside exported visits, photos lie as in the store: photos/VISIT/FILE. */
function photosBeside(folder: string, id: string): string {
  return path.join(folder, "photos", id);
}

/**
 * Puts the photos of a visit beside its exported file, each held against its hash.
 * @param from where they are stored
 * @returns those that are missing or damaged, and so left out
 */
export async function putPhotos(
  from: string,
  visit: Visit,
  folder: string,
  world: DraftWorld,
): Promise<PhotoProblem[]> {
  return await carry(from, photosBeside(folder, visit.id), visit, world);
}

/**
 * Takes photos that are not in the store, or damaged there, from beside a visit file: a good copy mends a bad one.
 * @param to where they are stored
 * @returns those that are still missing or damaged
 */
export async function fetchPhotos(
  to: string,
  visit: Visit,
  folder: string,
  world: DraftWorld,
): Promise<PhotoProblem[]> {
  return await carry(photosBeside(folder, visit.id), to, visit, world);
}

async function carry(from: string, to: string, visit: Visit, world: DraftWorld): Promise<PhotoProblem[]> {
  const problems: PhotoProblem[] = [];
  for (const photo of photosOf(visit)) {
    if (photoState(to, photo) === "ok") continue;
    const state = photoState(from, photo);
    if (state === "ok") await keepPhoto(to, photo, piecesOf(path.join(from, photo.file)), world);
    else
      problems.push({ visit: visit.id, file: photo.file, state: state === "missing" ? photoFault(to, photo) : state });
  }
  return problems;
}

/** What is wrong with the copy at the goal, where the source has none. */
function photoFault(to: string, photo: Parameters<typeof photoState>[1]): PhotoProblem["state"] {
  return photoState(to, photo) === "damaged" ? "damaged" : "missing";
}
