import { readFileSync } from "node:fs";
import path from "node:path";
import type { VisitFilter } from "../../visit/queries/filter.ts";
import { photoState, type Photo } from "../../visit/photos.ts";
import type { Visit } from "../../visit/schema.ts";
import type { VisitStore } from "../../visit/store.ts";
import type { RecordSources } from "./record.ts";
import { smallPicture } from "./small-picture.ts";

/** What a paper takes from the store beyond its own visit. */
export function sourcesOf(store: VisitStore): RecordSources {
  return {
    before: (visit) => earlier(store, visit),
    photo: (visit, photo) => pictureOf(store.photoFolder(visit.id), photo),
  };
}

/** The newest visit of the site from before the repair, begun before this one. */
function earlier(store: VisitStore, visit: Visit): Visit | null {
  if (visit.site === null) return null;
  const filter: VisitFilter = { siteId: visit.site.id, stage: "before" };
  const found = store
    .list(filter)
    .filter(({ id, startedAt }) => id !== visit.id && Date.parse(startedAt) < Date.parse(visit.startedAt))
    .toSorted((left, right) => Date.parse(right.startedAt) - Date.parse(left.startedAt))[0];
  return found === undefined ? null : store.get(found.id);
}

/** Only the bytes that were stored: a paper shows no other picture than the one that was taken. */
function pictureOf(folder: string, photo: Photo): string | null {
  if (photo.file !== path.basename(photo.file) || photoState(folder, photo) !== "ok") return null;
  return smallPicture(readFileSync(path.join(folder, photo.file)));
}
