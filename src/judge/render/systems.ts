import stringWidth from "string-width";
import type { Profile } from "../../profile/schema.ts";
import type { Lang } from "../../text/bilingual.ts";
import { judgeTexts, wordFor } from "../../text/judge.ts";
import { describeFinding, systemName } from "../describe.ts";
import type { SystemResult, Verdict } from "../verdict.ts";
import { cut, pad } from "./wrap.ts";

/** Not worth a line each: what the profile keeps for its own record. */
const QUIET: ReadonlySet<SystemResult["outcome"]> = new Set(["disabled", "retired"]);
const GAP = "  ";
const LEAST_NAME = 20;

/** The systems as a table; the name gives way where the terminal is narrow. */
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
  const head = [texts.systems, texts.result, texts.time, texts.reason];
  const widthOf = (at: number): number => Math.max(...[head, ...rows].map((row) => stringWidth(row[at] ?? "")));
  const fixed = widthOf(1) + widthOf(2) + 3 * GAP.length + 2;
  const free = Math.max(columns - fixed, 2 * LEAST_NAME);
  const name = Math.max(LEAST_NAME, Math.min(widthOf(0), free - Math.min(widthOf(3), Math.floor(free / 2))));
  const widths = [name, widthOf(1), widthOf(2), Math.max(0, free - name)];
  return [head, ...rows].map((row) => `  ${row.map((cell, at) => pad(cut(cell, widths[at] ?? 0), widths[at] ?? 0)).join(GAP)}`.trimEnd()).join("\n");
}

function reasonOf(verdict: Verdict, profile: Profile | null, result: SystemResult, lang: Lang): string {
  const finding = verdict.findings.find((one) => one.cause === result.cause);
  if (finding !== undefined) return describeFinding(finding, profile, lang).title;
  const system = profile?.systems.find((one) => one.id === result.id);
  return result.outcome === "notTestable" ? (system?.notTestable?.ask[lang] ?? "") : "";
}
