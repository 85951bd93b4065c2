import { setTimeout as sleep } from "node:timers/promises";
import type { CommandContext } from "../base/context.ts";
import { EXIT, type ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { realLocalSource } from "../collect/local/index.ts";
import { runScan } from "../collect/plan/run-scan.ts";
import type { Evidence } from "../evidence/schema.ts";
import { describeFinding } from "../explain/describe.ts";
import { judge } from "../judge/judge.ts";
import type { SystemResult, Verdict } from "../judge/verdict.ts";
import { loadProfile, type LoadedProfile } from "../profile/load.ts";
import type { OfficeUse } from "../profile/office/use.ts";
import { watch as watchTexts } from "../text/watch.ts";
import { changesBetween, snapshotOf, type Snapshot } from "../watch/snapshot.ts";
import { DEFAULT_PROFILE } from "./shared/default-profile.ts";
import { officeUse, withUse } from "./shared/office-use.ts";
import { exitOf } from "./shared/exit-of.ts";
import { flagOption, numberOption, stringOption } from "../base/options.ts";
import { surroundings } from "./shared/surroundings.ts";
import { watchEvents, wordsView } from "./shared/watch-view.ts";

/** What a round looks at: enough to see a cable come alive, short enough for a nimble hand. */
const ROUND = ["laptop", "gateway", "dns", "controls", "systems"] as const;
const ROUND_CAP_MS = 8000;
const DEFAULT_INTERVAL_S = 2;
const DEFAULT_MINUTES = 60;

/**
 * Scans again and again and prints only what changed. Ends by Ctrl+C (130) or after `--for` minutes with the last
 * verdict's status.
 */
export async function run(context: CommandContext, _args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const texts = watchTexts[context.lang];
  const interval =
    numberOption(options, "interval", { min: 1, max: 60, expected: texts.interval }, context.lang) ??
    DEFAULT_INTERVAL_S;
  const minutes =
    numberOption(options, "for", { min: 0.1, max: 240, expected: texts.minutes }, context.lang) ?? DEFAULT_MINUTES;
  const loaded = await loadProfile(
    stringOption(options, "profile") ?? DEFAULT_PROFILE,
    context.dataDir,
    context.lang,
    context,
  );
  const use = await officeUse(context, loaded, options, null);
  const view = flagOption(options, "events") ? await watchEvents(context, loaded.profile) : wordsView(context);
  context.err(`${texts.started(loaded.profile.name[context.lang], interval, minutes)}\n`);

  const end = context.monotonic() + minutes * 60_000;
  let before: Snapshot = new Map();
  let status: ExitCode = EXIT.inconclusive;
  while (context.monotonic() < end) {
    const evidence = await observe(context, loaded, use);
    if (context.signal.aborted) break;
    const verdict = judge(evidence);
    status = exitOf(verdict.status);
    const now = snapshotOf(evidence, verdict, context.lang, wordsFor(context, loaded));
    for (const change of changesBetween(before, now)) view.changed(change);
    view.judged(verdict);
    before = now;
    await nextRound(context, interval * 1000);
  }
  const exit = context.signal.aborted ? EXIT.interrupted : status;
  view.ended(exit);
  return exit;
}

/** After the interval, or at once where Windows says that a cable was moved. */
async function nextRound(context: CommandContext, ms: number): Promise<void> {
  const over = sleep(ms, undefined, { signal: context.signal }).catch(() => undefined);
  if (context.platform === "win32") {
    const { addressChange } = await import("../collect/local/windows/native/address-change.ts");
    await Promise.race([over, addressChange()]);
  } else await over;
}

async function observe(context: CommandContext, loaded: LoadedProfile, use: OfficeUse): Promise<Evidence> {
  return await runScan({
    profile: loaded.profile,
    profileHash: loaded.hash,
    only: ROUND,
    skip: [],
    deadlineMs: ROUND_CAP_MS,
    site: withUse({ satellite: "unknown", hadInternet: "unknown" }, use),
    baseline: null,
    local: realLocalSource(context.platform),
    record: false,
    ...surroundings(context),
    onProgress: () => undefined,
  });
}

function wordsFor(
  context: CommandContext,
  { profile }: LoadedProfile,
): { system(result: SystemResult): string; verdict(verdict: Verdict): string } {
  const texts = watchTexts[context.lang];
  return {
    system: (result) => (result.outcome === "failed" ? texts.unreachable : texts.reachable),
    verdict: (whole) => {
      const [root] = whole.findings;
      return root === undefined ? texts.healthyAgain : describeFinding(root, profile, context.lang).title;
    },
  };
}
