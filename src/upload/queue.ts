import { contentHash } from "../base/canonical.ts";
import { isoWithOffset } from "../base/local-time.ts";
import { upload } from "../text/upload.ts";
import { marked } from "../visit/exchange/mark.ts";
import type { PhotoProblem } from "../visit/photos.ts";
import type { UploadPause } from "../visit/queries/uploads.ts";
import type { Visit } from "../visit/schema.ts";
import type { VisitStore } from "../visit/store.ts";
import { visitParcel } from "./parcels.ts";
import { haltFor, sendPatiently, type Sending } from "./patience.ts";
import { isDenied, reasonOf } from "./reason.ts";
import { sendPhotos } from "./send-photos.ts";
import type { Attempt } from "./send.ts";

/** Why a queue ended before its last visit. `paused`: the receiver asked for it. */
export type Halt = "unreachable" | "denied" | "paused" | "aborted";

export interface QueueResult {
  readonly sent: number;
  readonly failed: number;
  /** Not tried any more. */
  readonly left: number;
  readonly photos: number;
  readonly problems: readonly PhotoProblem[];
  readonly halt: Halt | null;
}

/** No connection, or somebody else in the way: the next visit would fare the same. */
const STOPPING: ReadonlySet<Attempt["kind"]> = new Set(["network", "timeout", "portal", "untrusted"]);

/**
 * Sends visits with their photos, one after the other. Each is marked failed before it leaves and sent only when the
 * receiver confirmed it. A receiver that wants to be left alone halts the queue as a whole; the store remembers until
 * when.
 * @param again sends also what this receiver has confirmed as it is
 */
export async function sendQueue(
  sending: Sending,
  store: VisitStore,
  ids: readonly string[],
  again = false,
): Promise<QueueResult> {
  const { context, told } = sending;
  const texts = upload[context.lang];
  const count = { sent: 0, failed: 0, photos: 0 };
  const problems: PhotoProblem[] = [];
  const ended = (left: number, halt: Halt | null): QueueResult => ({ ...count, problems, left, halt });
  for (const [at, id] of ids.entries()) {
    if (context.signal.aborted) return ended(ids.length - at, "aborted");
    // A damaged one is named by the store, and keeps nothing back.
    const [visit] = [...store.iterate({ ids: [id] })];
    if (visit === undefined) continue;
    told.progress(texts.sending(at + 1, ids.length, id));
    const { visit: attempt, photos } = await sendWhole(sending, store, visit, again);
    count.photos += photos?.sent ?? 0;
    problems.push(...(photos?.problems ?? []));
    const failure = attempt.kind === "accepted" ? (photos?.failure ?? null) : attempt;
    if (failure === null) {
      count.sent += 1;
      told.result(texts.sent(id, attempt.kind === "accepted" ? attempt.status : 0));
      continue;
    }
    if (failure.kind === "aborted") return ended(ids.length - at, "aborted");
    count.failed += 1;
    if (attempt.kind !== "accepted" && attempt.kind !== "aborted")
      told.result(texts.failed(id, reasonOf(attempt, context.lang)));
    const halt = haltOf(sending, store, failure);
    if (halt !== null) return ended(ids.length - at - 1, halt);
  }
  return ended(0, null);
}

/** True while a receiver wants to be left alone: the wait that it asked for has not passed. */
export function pauseOf(sending: Sending, store: VisitStore): UploadPause | null {
  const pause = store.pause(sending.receiver.url.href);
  return pause !== null && pause.untilMs > sending.context.now() ? pause : null;
}

function haltOf(sending: Sending, store: VisitStore, failure: Attempt): Halt | null {
  const ms = haltFor(failure, sending.patience);
  if (ms !== null) {
    const status = failure.kind === "unavailable" ? failure.status : 0;
    store.savePause(sending.receiver.url.href, { untilMs: sending.context.now() + ms, status });
    return "paused";
  }
  if (isDenied(failure)) return "denied";
  return STOPPING.has(failure.kind) ? "unreachable" : null;
}

interface WholeSent {
  readonly visit: Attempt;
  readonly photos: Awaited<ReturnType<typeof sendPhotos>> | null;
}

async function sendWhole(sending: Sending, store: VisitStore, visit: Visit, again: boolean): Promise<WholeSent> {
  const hash = contentHash(visit);
  const known = store.upload(visit.id, sending.receiver.url.href);
  // Confirmed as it is: only photos are outstanding.
  const confirmed = !again && known?.state === "sent" && known.contentHash === hash;
  const attempt: Attempt = confirmed
    ? { kind: "accepted", status: Number(known.detail) }
    : await sendVisit(sending, store, visit, hash);
  if (attempt.kind !== "accepted") return { visit: attempt, photos: null };
  store.noteSent(new Map([[visit.id, hash]]));
  return { visit: attempt, photos: await sendPhotos(sending, store, visit) };
}

async function sendVisit(sending: Sending, store: VisitStore, visit: Visit, hash: string): Promise<Attempt> {
  const { context, receiver } = sending;
  const target = receiver.url.href;
  let attempts = store.upload(visit.id, target)?.attempts ?? 0;
  const mark = (state: "failed" | "sent", detail: string): void =>
    store.saveUpload(visit.id, target, {
      state,
      contentHash: hash,
      attempts,
      at: isoWithOffset(context.now(), context.timeZone),
      detail,
    });
  const parcel = visitParcel(receiver.url, marked(visit, hash, store.earlier(visit.id)));
  const result = await sendPatiently(sending, parcel, () => {
    attempts += 1;
    mark("failed", "");
  });
  if (result.kind === "accepted") mark("sent", String(result.status));
  else mark("failed", reasonOf(result, context.lang));
  return result;
}
