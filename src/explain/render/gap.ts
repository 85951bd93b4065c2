import type { Profile } from "../../profile/schema.ts";
import type { Lang } from "../../base/languages.ts";
import { gap } from "../../text/gap.ts";
import { judgeTexts, wordFor } from "../../text/judge.ts";
import { systemName } from "../describe.ts";
import type { SystemResult, Untested, Verdict } from "../../judge/verdict.ts";
import { wrap } from "../../terminal/wrap.ts";

/** What is good so far, for the first line of a verdict that cannot conclude. */
export function gapTitle(verdict: Verdict, lang: Lang): string {
  const texts = judgeTexts[lang];
  const worked = verdict.systems.filter((one) => one.outcome === "ok" || one.outcome === "slow").length;
  const failed = verdict.systems.filter((one) => one.outcome === "failed").length;
  if (failed > 0) return texts.openFailed(worked, failed);
  return worked > 0 ? texts.openGood(worked, missingOf(verdict).length) : texts.inconclusive;
}

/** What was not tested, each with why, and the next steps that close the gap. Empty where nothing is missing. */
export function renderGap(verdict: Verdict, profile: Profile | null, lang: Lang, columns: number): string {
  const missing = missingOf(verdict);
  if (missing.length === 0) return wrap(judgeTexts[lang].inconclusiveHint, columns, 2);
  const texts = judgeTexts[lang];
  const unknown = missing.filter((one) => one.why === "noAddress" || one.why === "notEnabled").map((one) => one.id);
  const steps = new Set(missing.map((one) => stepFor(one.why, unknown, lang)));
  return [
    wrap(`${texts.notTestedYet}: ${missing.map((one) => nameWithWhy(one, profile, lang)).join("; ")}.`, columns, 2, 4),
    ...[...steps].map((step) => wrap(`${texts.toConclude}: ${step}`, columns, 2, 4)),
  ].join("\n");
}

function stepFor(why: Untested | undefined, unknown: readonly string[], lang: Lang): string {
  const texts = judgeTexts[lang];
  switch (why) {
    case "noAddress":
    case "notEnabled":
      return texts.stepAddress(unknown.map((id) => `--set ${id}=${gap[lang].placeholder}`).join(" "));
    case "leftOut":
      return texts.stepWhole;
    case "noRoute":
      return texts.stepRoute;
    case "unread":
      return texts.stepOpen;
    case "noName":
    case "noTime":
    case undefined:
      return texts.stepAgain;
  }
}

function missingOf({ missing = [], systems }: Verdict): readonly SystemResult[] {
  return systems.filter((one) => missing.includes(one.id));
}

function nameWithWhy(result: SystemResult, profile: Profile | null, lang: Lang): string {
  const name = systemName(profile, result.id, lang);
  return result.why === undefined ? name : `${name} (${wordFor("why", result.why, lang)})`;
}
