import type { CommandContext } from "../../base/context.ts";
import type { ScanInput, ScanProgress } from "../../collect/context/scan-input.ts";
import type { Stage } from "../../collect/context/stages.ts";
import { evidenceHead } from "../../collect/plan/evidence-head.ts";
import type { Evidence, Observation } from "../../evidence/schema.ts";
import { describeFinding } from "../../explain/describe.ts";
import { drawChain } from "../../explain/render/chain.ts";
import { sureTitle } from "../../explain/render/finding.ts";
import { judge } from "../../judge/judge.ts";
import { firstWord, rootOf, type Running } from "../../judge/first-word.ts";
import type { Finding, Verdict } from "../../judge/verdict.ts";
import { progress as texts } from "../../text/progress.ts";
import type { ProgressView } from "./progress.ts";

/** Stages that only measure: what they see adds to a verdict, or is an event of its own. */
const MEASURING: ReadonlySet<Stage> = new Set(["mtu", "line", "ownNetwork", "sweep", "inventory", "after"]);

/** Says the cause as soon as nothing that still runs can change it. */
export interface FirstWordTeller {
  onProgress(progress: ScanProgress): void;
  /** Tells where the end came out otherwise. */
  end(verdict: Verdict): void;
}

/** @param view where it is said: a line that stays, and the picture of the way above the prompt */
export function firstWordTeller(
  { lang, columns }: Pick<CommandContext, "lang" | "columns">,
  input: ScanInput,
  { say, draw, interim }: Pick<ProgressView, "say" | "draw" | "interim">,
): FirstWordTeller {
  const seen = new Map<string, Observation>();
  const head = evidenceHead(input, input.now());
  let told: { readonly cause: Finding["cause"] | null } | null = null;
  const soFar = (): Evidence => ({
    ...head,
    finishedAt: head.startedAt,
    complete: true,
    observations: [...seen.values()],
  });
  const tell = (verdict: Verdict): void => {
    const root = rootOf(verdict);
    told = { cause: root?.cause ?? null };
    interim?.(verdict);
    if (root === undefined) {
      say(texts[lang].firstGood);
      return;
    }
    const words = describeFinding(root, input.profile, lang);
    say(texts[lang].firstWord(sureTitle(root, words, lang), words.mender));
  };
  // Before the first word a part is known to work, or it is not known: what looks broken may only not have been asked.
  const picture = (): string => {
    const { chain } = judge(soFar());
    const known = chain.map((one) =>
      told === null && one.state !== "ok" ? { ...one, state: "unknown" as const } : one,
    );
    return drawChain({ chain: known }, lang, columns);
  };
  return {
    onProgress(progress) {
      if (progress.kind === "observation") {
        seen.set(progress.observation.id, progress.observation);
        return;
      }
      draw(picture);
      // Nothing is early about what is said at the end.
      if (told !== null || progress.running.length === 0) return;
      const verdict = firstWord(soFar(), runningOf(progress.running));
      if (verdict !== null) tell(verdict);
    },
    end(verdict) {
      const cause = rootOf(verdict)?.cause ?? null;
      if (told !== null && told.cause !== null && told.cause !== cause) say(texts[lang].changed);
    },
  };
}

function runningOf(stages: readonly Stage[]): Running {
  return {
    probing: stages.some((one) => one !== "path" && !MEASURING.has(one)),
    walking: stages.includes("path"),
    measuring: stages.some((one) => MEASURING.has(one)),
  };
}
