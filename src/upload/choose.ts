import { UserError } from "../base/exit.ts";
import { upload } from "../text/upload.ts";
import type { Lang } from "../base/languages.ts";
import { contentHash } from "../base/canonical.ts";
import { PRACTICE_PROFILE } from "../visit/practice.ts";
import type { VisitStore } from "../visit/store.ts";

/**
 * Finished visits by id or prefix, oldest first; all finished ones where none is named, but no practice. UserError 64
 * for one that is not finished.
 */
export function finishedVisits(store: VisitStore, given: readonly string[], lang: Lang): string[] {
  if (given.length === 0) {
    const finished = store.list({ finished: true }).filter(({ profileId }) => profileId !== PRACTICE_PROFILE);
    return finished.map(({ id }) => id).toReversed();
  }
  const ids = [...new Set(given.map((id) => store.resolve(id)))];
  const finished = new Set(store.list({ ids, finished: true }).map(({ id }) => id));
  const open = ids.find((id) => !finished.has(id));
  if (open !== undefined) throw new UserError(upload[lang].unfinished(open));
  return ids;
}

/** True where this receiver confirmed the visit as it is now: one that was changed since is to be sent again. */
export function wasSent(store: VisitStore, id: string, target: string): boolean {
  const known = store.upload(id, target);
  return known?.state === "sent" && known.contentHash === contentHash(store.get(id));
}
