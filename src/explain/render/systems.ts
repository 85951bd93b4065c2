import type { Profile } from "../../profile/schema.ts";
import type { Lang } from "../../base/languages.ts";
import { judgeTexts, wordFor } from "../../text/judge.ts";
import { describeFinding, systemName } from "../describe.ts";
import type { SystemResult, Verdict } from "../../judge/verdict.ts";
import { grid } from "../../terminal/grid.ts";

/** Not worth a line each: what the profile keeps for its own record. */
const QUIET: ReadonlySet<SystemResult["outcome"]> = new Set(["disabled", "retired"]);
const NAME = 0;
const REASON = 3;

/** The systems as a table; names and causes wrap where the terminal is narrow. */
export function renderSystems(verdict: Verdict, profile: Profile | null, lang: Lang, columns: number): string {
  const texts = judgeTexts[lang];
  const shown = verdict.systems.filter((one) => !QUIET.has(one.outcome));
  if (shown.length === 0) return "";
  const rows = shown.map((one) => [
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
  const system = profile?.systems.find((one) => one.id === result.id);
  return result.outcome === "notTestable" ? (system?.notTestable?.ask[lang] ?? "") : "";
}
