import type { CollectContext } from "../context/context.ts";
import { createTrustStore } from "../endpoint/trust.ts";
import { createTimeoutPolicy } from "../net/timeout-policy.ts";
import type { ScanInput } from "../context/scan-input.ts";
import { afterProbes } from "./after-stage.ts";
import { secondRound, timeBudget } from "./budget.ts";
import { inventoryStage } from "./inventory-stage.ts";
import { laptopView } from "./laptop-view.ts";
import { startOwnDelay } from "../probes/own-delay.ts";
import type { Recorder } from "./recorder.ts";
import { startRound } from "./round.ts";
import { cameLate } from "./late-router.ts";
import { stageBoard } from "./stage-board.ts";
import { sweepStage } from "./sweep-stage.ts";
import type { Work } from "./work.ts";

/**
 * All stages of a scan:
 *
 *     laptop ─┬─ round of probes through the router ─ (a second one where the router spoke late) ─┬─ after
 *             └─ sweep, inventory (beside everything) ────────────────────────────────────────────┘
 *
 * A stage that breaks is told to `onFault`; the others go on.
 */
export async function runStages(
  input: ScanInput,
  context: CollectContext,
  recorder: Recorder,
  onFault: (stage: string, error: unknown) => void,
): Promise<void> {
  const budget = timeBudget(input.deadlineMs);
  const board = stageBoard(input, onFault);
  const stage = board.runner(context);

  const own = startOwnDelay(context);
  const told = (): void => recorder.add(own.stop());
  context.signal.addEventListener("abort", told, { once: true });
  const [before, table] = await Promise.all([
    stage("laptop", [], () => input.local.before(context, budget.local, board.readsAgain ? "all" : "way")),
    board.wants("gateway") ? input.local.neighbours?.(context, budget.local) : undefined,
  ]);
  recorder.addAll(before);
  const laptop = laptopView(before);
  const work: Work = {
    input,
    context: { ...context, own: laptop.own },
    budget,
    recorder,
    laptop,
    neighboursBefore: table?.outcome === "ok" ? table.evidence.entries : null,
    timeouts: createTimeoutPolicy(context.platform),
    trust: createTrustStore(input.extraCa ?? []),
    wants: board.wants,
  };

  const superseded = new AbortController();
  const first = board.wants("gateway") ? until(work, superseded.signal) : work;
  const round = startRound(first, board.runner(first.context));
  const sweep = stage("sweep", [], () => sweepStage(work, round.done));
  const inventory = stage("inventory", undefined, () => inventoryStage(work));
  if (await cameLate(work, round, sweep)) {
    // What was silent until now was the router, not they; their times were the router's, too. Everybody is asked anew.
    superseded.abort();
    await startRound(
      { ...work, budget: secondRound(budget, context.elapsed()), timeouts: createTimeoutPolicy(context.platform) },
      stage,
    ).done;
  } else {
    await round.done;
  }
  await Promise.all([sweep, inventory]);
  await stage("after", undefined, async () => afterProbes(work, before));
  context.signal.removeEventListener("abort", told);
  told();
}

/** The same work in hands that can be stopped earlier; what comes in after that is dropped. */
function until(work: Work, stop: AbortSignal): Work {
  const signal = AbortSignal.any([work.context.signal, stop]);
  const add: Recorder["add"] = (seen) => {
    if (!stop.aborted) work.recorder.add(seen);
  };
  return {
    ...work,
    context: { ...work.context, signal },
    recorder: { ...work.recorder, add, addAll: (all) => all.forEach(add) },
  };
}
