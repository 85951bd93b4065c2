import type { Profile } from "../../profile/schema.ts";
import type { Lang } from "../../base/languages.ts";
import { judgeTexts, wordFor } from "../../text/judge.ts";
import { describeFinding, systemName } from "../describe.ts";
import type { SystemResult, Verdict } from "../../judge/verdict.ts";
import { grid } from "../../terminal/grid.ts";

const NAME = 0;
const REASON = 3;

/**
 * Every system of the profile as a row, with how it came out or why nobody looked; names and causes wrap where the
 * terminal is narrow.
 */
export function renderSystems(verdict: Verdict, profile: Profile | null, lang: Lang, columns: number): string {
  const texts = judgeTexts[lang];
  if (verdict.systems.length === 0) return "";
  const rows = verdict.systems.map((one) => [
    systemName(profile, one.id, lang),
    wordFor("outcome", one.outcome, lang),
    one.totalMs === null ? "" : `${one.totalMs} ms`,
    reasonOf(verdict, profile, one, lang),
  ]);
  return grid([[texts.systems, texts.result, texts.time, texts.reason], ...rows], [NAME, REASON], columns, 2);
}

// The root cause stands above the table in full; below it only what differs from it needs words.
function reasonOf(verdict: Verdict, profile: Profile | null, result: SystemResult, lang: Lang): string {
  const finding = verdict.findings.find((one) => one.cause === result.cause);
  if (finding !== undefined)
    return finding === verdict.findings[0] ? judgeTexts[lang].asAbove : describeFinding(finding, profile, lang).title;
  return remarkOn(result, profile, lang);
}

/** Why a system was not tested, or what to do instead. */
export function remarkOn(result: SystemResult, profile: Profile | null, lang: Lang): string {
  const system = profile?.systems.find((one) => one.id === result.id);
  if (result.why !== undefined) return wordFor("why", result.why, lang);
  if (result.outcome === "notTestable") return system?.notTestable?.ask[lang] ?? "";
  return result.outcome === "retired" && system?.supersededBy !== undefined
    ? judgeTexts[lang].replacedBy(systemName(profile, system.supersededBy, lang))
    : "";
}
