import type { SecureContext } from "node:tls";
import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { practiceBanner } from "../text/practice.ts";
import { upload } from "../text/upload.ts";
import { isoWithOffset } from "../base/local-time.ts";
import { finishedVisits, wasSent } from "../upload/choose.ts";
import type { Halt, QueueResult } from "../upload/queue.ts";
import type { Receiver } from "../upload/send.ts";
import type { UploadPause } from "../visit/queries/uploads.ts";
import { uploadTarget } from "../upload/target.ts";
import { openStore, type VisitStore } from "../visit/store.ts";
import { tellLeftOut } from "./shared/left-out.ts";
import { openForWork } from "./shared/open-for-work.ts";
import { flagOption, stringOption } from "../base/options.ts";

/**
 * `qbrecover upload`: finished visits with their photos to a receiver, or into one file for a USB stick. 1 where
 * something could not be sent, 2 where a damaged visit or photo had to be left out.
 */
export async function run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const texts = upload[context.lang];
  const to = stringOption(options, "to");
  const file = stringOption(options, "bundle");
  if ((to === undefined) === (file === undefined)) throw new UserError(texts.where);
  const url = to === undefined ? null : uploadTarget(to, context.lang);
  const token = tokenOf(context);
  const store = url === null ? openStore(context.dataDir, context.lang, "read") : await openForWork(context);
  try {
    const practice = flagOption(options, "practice");
    const finished = finishedVisits(store, args, practice, context.lang);
    if (practice) context.err(`${practiceBanner(context.lang)}\n`);
    if (url === null)
      return await bundle(context, store, finished, { file: file ?? "", force: flagOption(options, "force") });
    // Named visits and --all are sent in any case: the receiver knows them again by their key.
    const again = flagOption(options, "all") || args.length > 0;
    const ids = finished.filter((id) => again || !wasSent(store, id, url.href));
    if (ids.length === 0) {
      context.err(`${texts.nothing}\n`);
      return EXIT.healthy;
    }
    return await send(context, store, ids, { url, token }, again);
  } finally {
    store.close();
  }
}

async function send(
  context: CommandContext,
  store: VisitStore,
  ids: readonly string[],
  receiver: Omit<Receiver, "trust">,
  again: boolean,
): Promise<ExitCode> {
  const texts = upload[context.lang];
  const [{ sendQueue, pauseOf }, { FIELD_PATIENCE }] = await Promise.all([
    import("../upload/queue.ts"),
    import("../upload/patience.ts"),
  ]);
  const trust = receiver.url.protocol === "https:" ? await systemTrust() : null;
  const told = {
    result: (text: string) => context.out(`${text}\n`),
    progress: (text: string) => context.err(`${text}\n`),
  };
  const sending = { context, receiver: { ...receiver, trust }, patience: FIELD_PATIENCE, told };
  const asked = pauseOf(sending, store);
  const result = asked === null ? await sendQueue(sending, store, ids, again) : waiting(ids.length);
  const photos = result.photos === 0 ? [] : [texts.photosSent(result.photos)];
  context.out(`${[texts.summary(result.sent, result.failed, result.left), ...photos].join("\n")}\n`);
  const next = halted(context, result.halt, pauseOf(sending, store));
  if (next !== null) context.err(`${next}\n`);
  const leftOut = tellLeftOut(context, { damaged: store.records.damaged(), photos: result.problems });
  if (context.signal.aborted) return EXIT.interrupted;
  return result.failed + result.left > 0 ? EXIT.faulty : leftOut;
}

/** A start within the time that the receiver asked for sends nothing. */
function waiting(count: number): QueueResult {
  return { sent: 0, failed: 0, left: count, photos: 0, problems: [], halt: "paused" };
}

/** Why the queue ended before its end, and what to do next. */
function halted(context: CommandContext, halt: Halt | null, pause: UploadPause | null): string | null {
  const texts = upload[context.lang];
  switch (halt) {
    case "unreachable":
      return texts.stopped;
    case "denied":
      return texts.stoppedDenied;
    case "paused": {
      const until = pause === null ? "" : isoWithOffset(pause.untilMs, context.timeZone).slice(0, 16).replace("T", " ");
      return texts.paused(pause?.status ?? 0, until);
    }
    case "aborted":
    case null:
      return null;
  }
}

async function bundle(
  context: CommandContext,
  store: VisitStore,
  ids: readonly string[],
  { file, force }: { readonly file: string; readonly force: boolean },
): Promise<ExitCode> {
  const texts = upload[context.lang];
  if (ids.length === 0) {
    context.err(`${texts.nothing}\n`);
    return EXIT.healthy;
  }
  const [{ toFile }, { bundleChunks }] = await Promise.all([
    import("../report/sink.ts"),
    import("../visit/exchange/bundle.ts"),
  ]);
  // The importer knows a bundle by its name.
  const target = file.endsWith(".ndjson.gz") ? file : `${file}.ndjson.gz`;
  const run = { source: store, problems: [], sent: new Map<string, string>() };
  if (!(await toFile(context, target, bundleChunks(store.iterate({ ids }), run), { force }))) return EXIT.interrupted;
  store.noteSent(run.sent);
  context.err(`${texts.bundled(run.sent.size, target)}\n`);
  return tellLeftOut(context, { damaged: store.records.damaged(), photos: run.problems });
}

async function systemTrust(): Promise<SecureContext> {
  const { createTrustStore } = await import("../collect/endpoint/trust.ts");
  const store = createTrustStore([]);
  return store.withSystem() ?? store.context();
}

/**
 * The receiver's token, from the environment alone: it is never stored and never an option that others see in the list
 * of processes.
 */
function tokenOf(context: CommandContext): string | null {
  const token = context.env["QBRECOVER_UPLOAD_TOKEN"] ?? "";
  if (token === "") return null;
  if (!/^[\x21-\x7e]+$/u.test(token)) throw new UserError(upload[context.lang].badToken, EXIT.config);
  return token;
}
