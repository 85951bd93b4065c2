import { oneLine } from "../base/terminal-safe.ts";
import { upload } from "../text/upload.ts";
import { photosOf, photoState, type PhotoProblem } from "../visit/photos.ts";
import type { Visit } from "../visit/schema.ts";
import type { VisitStore } from "../visit/store.ts";
import { photoParcel } from "./parcels.ts";
import { sendPatiently, type Sending } from "./patience.ts";
import { reasonOf } from "./reason.ts";
import type { Attempt } from "./send.ts";

/** What became of the photos of one visit. */
export interface PhotosSent {
  readonly sent: number;
  /** The first that was not taken: the others of the visit wait with it. */
  readonly failure: Attempt | null;
  /** Photos that are missing or damaged here: they cannot be sent at all. */
  readonly problems: readonly PhotoProblem[];
}

/** Sends the photos of a visit that the receiver has, and not yet these; each is remembered when it is confirmed. */
export async function sendPhotos(sending: Sending, store: VisitStore, visit: Visit): Promise<PhotosSent> {
  const { context, receiver, told } = sending;
  const texts = upload[context.lang];
  const target = receiver.url.href;
  const known = store.sentPhotos(visit.id, target);
  const problems: PhotoProblem[] = [];
  let sent = 0;
  for (const photo of photosOf(visit)) {
    if (known.has(photo.sha256)) continue;
    const folder = store.photoFolder(visit.id);
    const state = photoState(folder, photo);
    if (state !== "ok") {
      problems.push({ visit: visit.id, file: photo.file, state });
      continue;
    }
    told.progress(texts.sendingPhoto(oneLine(photo.file, 100)));
    const result = await sendPatiently(sending, photoParcel(receiver.url, visit.id, folder, photo), () => undefined);
    if (result.kind !== "accepted") {
      if (result.kind !== "aborted")
        told.result(texts.photoFailed(visit.id, oneLine(photo.file, 100), reason(result, sending)));
      return { sent, failure: result, problems };
    }
    store.saveSentPhoto(visit.id, target, photo.sha256);
    sent += 1;
  }
  return { sent, failure: null, problems };
}

/** An address that takes visits and knows nothing of photos. */
function reason(result: Exclude<Attempt, { kind: "accepted" }>, { context }: Sending): string {
  const unknown = result.kind === "refused" && [404, 405, 501].includes(result.status);
  return unknown ? upload[context.lang].noPhotos(result.status) : reasonOf(result, context.lang);
}
