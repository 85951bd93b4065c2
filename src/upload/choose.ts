import { UserError } from "../base/exit.ts";
import { upload } from "../text/upload.ts";
import type { Lang } from "../base/languages.ts";
import { contentHash } from "../base/canonical.ts";
import { photosOf } from "../visit/photos.ts";
import { PRACTICE_PROFILE } from "../visit/practice.ts";
import type { VisitStore } from "../visit/store.ts";

/**
 * Finished visits by id or prefix, oldest first; all finished ones where none is named.
 * @param practice exercises in a practice office instead of visits to the field: never one beside the other
 * @throws UserError 64 for one that is not finished, or of the other kind
 */
export function finishedVisits(store: VisitStore, given: readonly string[], practice: boolean, lang: Lang): string[] {
  if (given.length === 0)
    return store
      .list({ finished: true, practice })
      .map(({ id }) => id)
      .toReversed();
  const ids = [...new Set(given.map((id) => store.resolve(id)))];
  const listed = new Map(
    store.list({ ids, finished: true }).map((one) => [one.id, one.profileId === PRACTICE_PROFILE]),
  );
  const open = ids.find((id) => !listed.has(id));
  if (open !== undefined) throw new UserError(upload[lang].unfinished(open));
  const other = ids.find((id) => listed.get(id) !== practice);
  if (other !== undefined)
    throw new UserError(practice ? upload[lang].notPractice(other) : upload[lang].isPractice(other));
  return ids;
}

/**
 * True where this receiver confirmed the visit as it is now, with its photos: one that was changed since is to be sent
 * again. A damaged one counts as not sent, so that it is named.
 */
export function wasSent(store: VisitStore, id: string, target: string): boolean {
  const [visit] = [...store.iterate({ ids: [id] })];
  const known = store.upload(id, target);
  if (visit === undefined || known?.state !== "sent" || known.contentHash !== contentHash(visit)) return false;
  const photos = store.sentPhotos(id, target);
  return photosOf(visit).every(({ sha256 }) => photos.has(sha256));
}
