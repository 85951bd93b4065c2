import { setTimeout as wait } from "node:timers/promises";
import type { CommandContext } from "../base/context.ts";
import { upload } from "../text/upload.ts";
import { contentHash } from "../base/canonical.ts";
import { isoWithOffset } from "../base/local-time.ts";
import type { Visit } from "../visit/schema.ts";
import type { VisitStore } from "../visit/store.ts";
import { sendOnce, type Attempt, type Receiver } from "./send.ts";

/** How patient an upload is. Times in milliseconds. */
export interface Patience {
  /** Attempts for one visit. */
  readonly tries: number;
  readonly deadlineMs: number;
  /** Pause after the first failure; doubled after each further one, up to `capMs`. */
  readonly firstPauseMs: number;
  readonly capMs: number;
}

export const FIELD_PATIENCE: Patience = { tries: 4, deadlineMs: 30_000, firstPauseMs: 1000, capMs: 15_000 };

export interface QueueResult {
  readonly sent: number;
  readonly failed: number;
  /** Not tried any more: interrupted, or the receiver cannot be reached. */
  readonly left: number;
  readonly unreachable: boolean;
}

/** Where the queue tells how it goes: results, and what is only of interest while it runs. A text is one line. */
export interface Told {
  result(text: string): void;
  progress(text: string): void;
}

/** No connection, or somebody else in the way: the next visit would fare the same. */
const STOPPING: ReadonlySet<Attempt["kind"]> = new Set(["network", "timeout", "portal", "untrusted"]);

/**
 * Sends visits one after the other. Each is marked failed before it leaves and sent only when the receiver confirmed
 * it.
 */
export async function sendQueue(
  context: CommandContext,
  store: VisitStore,
  ids: readonly string[],
  receiver: Receiver,
  patience: Patience,
  told: Told,
): Promise<QueueResult> {
  const texts = upload[context.lang];
  let sent = 0;
  let failed = 0;
  for (const [at, id] of ids.entries()) {
    if (context.signal.aborted) return { sent, failed, left: ids.length - at, unreachable: false };
    told.progress(texts.sending(at + 1, ids.length, id));
    const attempt = await sendVisit(context, store, store.get(id), receiver, patience, told);
    if (attempt.kind === "accepted") {
      sent += 1;
      told.result(texts.sent(id, attempt.status));
      continue;
    }
    if (attempt.kind === "aborted") return { sent, failed, left: ids.length - at, unreachable: false };
    failed += 1;
    told.result(texts.failed(id, reasonOf(attempt, context)));
    if (STOPPING.has(attempt.kind)) return { sent, failed, left: ids.length - at - 1, unreachable: true };
  }
  return { sent, failed, left: 0, unreachable: false };
}

async function sendVisit(
  context: CommandContext,
  store: VisitStore,
  visit: Visit,
  receiver: Receiver,
  patience: Patience,
  told: Told,
): Promise<Attempt> {
  const hash = contentHash(visit);
  const parcel = { visitId: visit.id, body: JSON.stringify(visit) };
  const target = receiver.url.href;
  const earlier = store.upload(visit.id, target)?.attempts ?? 0;
  const mark = (state: "failed" | "sent", attempts: number, detail: string): void =>
    store.saveUpload(visit.id, target, {
      state,
      contentHash: hash,
      attempts,
      at: isoWithOffset(context.now(), context.timeZone),
      detail,
    });
  for (let attempt = 1; ; attempt += 1) {
    mark("failed", earlier + attempt, "");
    const result = await sendOnce(receiver, parcel, patience.deadlineMs, context.signal);
    mark(
      result.kind === "accepted" ? "sent" : "failed",
      earlier + attempt,
      result.kind === "accepted" ? String(result.status) : reasonOf(result, context),
    );
    if (!mayPass(result) || attempt >= patience.tries) return result;
    const pause = pauseFor(attempt, result, patience, context.randomBytes(1)[0] ?? 0);
    told.progress(upload[context.lang].retry(reasonOf(result, context), (pause / 1000).toFixed(1)));
    try {
      await wait(pause, undefined, { signal: context.signal });
    } catch {
      return { kind: "aborted" };
    }
  }
}

function mayPass(result: Attempt): result is Extract<Attempt, { kind: "unavailable" | "timeout" | "network" }> {
  return result.kind === "unavailable" || result.kind === "timeout" || result.kind === "network";
}

/**
 * Doubling with a random half, so that laptops that lost the line together do not come back together; the receiver's
 * own wish counts up to the cap.
 */
function pauseFor(attempt: number, result: Attempt, patience: Patience, random: number): number {
  const grown = Math.min(patience.capMs, patience.firstPauseMs * 2 ** (attempt - 1));
  const asked = result.kind === "unavailable" ? (result.retryAfterMs ?? 0) : 0;
  return Math.max(grown / 2 + ((grown / 2) * random) / 255, Math.min(asked, patience.capMs));
}

function reasonOf(result: Exclude<Attempt, { kind: "accepted" }>, context: CommandContext): string {
  const texts = upload[context.lang];
  switch (result.kind) {
    case "portal":
      return texts.portal(result.status);
    case "refused":
      return texts.refused(result.status);
    case "unavailable":
      return texts.unavailable(result.status);
    case "timeout":
      return texts.timeout;
    case "network":
      return texts.network(result.detail);
    case "untrusted":
      return texts.untrusted(result.detail);
    case "aborted":
      return "";
  }
}
