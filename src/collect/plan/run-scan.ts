import type { RawOutput } from "../../evidence/schema.ts";
import { forOffice } from "../../profile/office/for-office.ts";
import type { RunScan } from "../context/scan-input.ts";
import { evidenceHead } from "./evidence-head.ts";
import { inReadingOrder } from "./order.ts";
import { createRecorder } from "./recorder.ts";
import { scanContext } from "./scan-context.ts";
import { runStages } from "./stages.ts";
import { isoWithOffset } from "../../base/local-time.ts";

/** After a stop the probes get this long to hand in what they have. Ctrl+C must be answered within 100 ms. */
const LAST_WORDS_MS = 40;
/** Reason of the last stop, which nobody reads. */
const OVER = Symbol("over");

/**
 * Runs the whole scan: reads the laptop, sends the probes, puts everything into evidence. Judges nothing. Ends at the
 * latest `deadlineMs` after the start (plus a few milliseconds), or within 100 ms of the signal; what was gathered
 * until then is kept and `complete` is false. Never rejects for what the network or the laptop does.
 */
export const runScan: RunScan = async (input) => {
  const startedAt = input.now();
  const stop = new AbortController();
  const cap = setTimeout(
    () => stop.abort(new DOMException("the cap of the scan has passed", "TimeoutError")),
    Math.max(0, input.deadlineMs),
  );
  const onAbort = (): void => stop.abort(input.signal.reason);
  if (input.signal.aborted) onAbort();
  input.signal.addEventListener("abort", onAbort, { once: true });

  const raw: RawOutput[] = [];
  const recorder = createRecorder((observation) => input.onProgress({ kind: "observation", observation }));
  const context = scanContext(input, stop.signal, raw);
  const faults: RawOutput[] = [];
  // Probed is what holds for this office; what is recorded is the profile as it was issued, and what the office told.
  const asked = { ...input, profile: forOffice(input.profile, input.site) };
  const stages = runStages(asked, context, recorder, (stage, error) => faults.push(toolFault(stage, error)));
  // While the laptop is read: the first use of a time zone costs some milliseconds.
  const head = evidenceHead(input, startedAt);
  const over = new AbortController();
  const ended = await Promise.race([stages.then(() => true), lastWords(stop.signal, over.signal)]);
  over.abort();

  const complete = ended && !stop.signal.aborted && faults.length === 0;
  recorder.close();
  clearTimeout(cap);
  input.signal.removeEventListener("abort", onAbort);
  // Whatever still waits for an answer that nobody wants any more would keep the process alive.
  stop.abort(OVER);
  const kept = [...faults, ...(input.record ? raw : [])];
  return {
    ...head,
    finishedAt: isoWithOffset(input.now(), input.timeZone, "millisecond"),
    complete,
    observations: inReadingOrder(recorder.all()),
    ...(kept.length === 0 ? {} : { raw: kept }),
  };
};

/** Resolves a moment after the stop; never where the scan is over before that. */
function lastWords(signal: AbortSignal, over: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    const wait = (): void => void setTimeout(resolve, LAST_WORDS_MS, false);
    if (signal.aborted) wait();
    else signal.addEventListener("abort", wait, { once: true, signal: over });
  });
}
// A mistake in one collector must not cost a technician the rest of the scan; its trace goes with the evidence to
// whoever mends the tool.
function toolFault(stage: string, error: unknown): RawOutput {
  const stderr = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { tool: "qbrecover", args: [stage], exitCode: null, stdout: "", stderr };
}
