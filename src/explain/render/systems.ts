import { oneLine } from "../../base/terminal-safe.ts";
import type { Profile } from "../../profile/schema.ts";
import type { Lang } from "../../base/languages.ts";
import { gap } from "../../text/gap.ts";
import { judgeTexts, wordFor } from "../../text/judge.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { describeFinding, systemName } from "../describe.ts";
import type { SystemResult, Verdict } from "../../judge/verdict.ts";
import { tableLines, type Column } from "../../terminal/table.ts";

/**
 * Every system of the profile as a row, with how it came out or why nobody looked; names and causes wrap where the
 * terminal is narrow.
 */
export function renderSystems(verdict: Verdict, profile: Profile | null, lang: Lang, columns: number): string {
  const texts = judgeTexts[lang];
  if (verdict.systems.length === 0) return "";
  const rows = verdict.systems.map((one) => [
    systemName(profile, one.id, lang),
    outcomeWord(one.outcome, lang),
    one.totalMs === null ? "" : `${one.totalMs} ms`,
    withOrigin(reasonOf(verdict, profile, one, lang), one, lang),
  ]);
  const heads: readonly Column[] = [
    { title: texts.systems, fit: "wrap" },
    { title: texts.result },
    { title: texts.time },
    { title: texts.reason, fit: "wrap" },
  ];
  return tableLines(heads, rows, { width: columns, indent: 2 }).join("\n");
}

/** What failed is found by eye in a long table without colour. */
function outcomeWord(outcome: SystemResult["outcome"], lang: Lang): string {
  const label = labelOf("outcome", outcome, lang);
  return outcome === "failed" ? label.toLocaleUpperCase(lang) : label;
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
  const parts = [
    result.why === undefined ? "" : wordFor("why", result.why, lang),
    result.outcome === "notTestable" ? (system?.notTestable?.ask[lang] ?? "") : "",
    result.outcome === "retired" && system?.supersededBy !== undefined
      ? judgeTexts[lang].replacedBy(systemName(profile, system.supersededBy, lang))
      : "",
  ];
  return parts.filter((one) => one !== "").join("; ");
}

function withOrigin(reason: string, { provided, target }: SystemResult, lang: Lang): string {
  if (provided !== true) return reason;
  const origin = `${oneLine(target ?? "", 100)} (${gap[lang].provided})`;
  return reason === "" ? origin : `${reason}; ${origin}`;
}
