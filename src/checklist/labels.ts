import type { Lang } from "../base/languages.ts";
import { labelOf as visitLabel } from "../text/visit-labels.ts";
import type { Disposition, Flag, TriageResult } from "../visit/schema.ts";
import { ADVICE } from "./data/advice.ts";
import { ALL_DEVICE_QUESTIONS } from "./data/catalogue.ts";
import { deviceType } from "./data/device-types.ts";
import { questionText } from "../form/labels.ts";
import { RULEBOOK } from "./triage/rulebook.ts";
import { SOURCES } from "./triage/sources.ts";

/** Words for what a visit stores by id. An id that this version does not know is given back as it is. */

export function dispositionLabel(id: Disposition, lang: Lang): string {
  return visitLabel("disposition", id, lang);
}

export function flagLabel(id: Flag, lang: Lang): string {
  return visitLabel("flag", id, lang);
}

export function deviceTypeLabel(id: string, lang: Lang): string {
  return deviceType(id)?.label[lang] ?? id;
}

export function deviceQuestionLabel(id: string, lang: Lang): string {
  return questionText(ALL_DEVICE_QUESTIONS, id, lang);
}

export function adviceLabel(id: string, lang: Lang): string {
  return Object.entries(ADVICE).find(([key]) => key === id)?.[1][lang] ?? id;
}

/** Why a rule decides so, and where it comes from. */
export function ruleText(id: string, lang: Lang): { readonly reason: string; readonly source: string } {
  const rule = RULEBOOK.find((each) => each.id === id);
  return rule === undefined
    ? { reason: id, source: "" }
    : { reason: rule.reason[lang], source: SOURCES[rule.source].name[lang] };
}

/** A triage result in words. */
export interface TriageText {
  readonly disposition: string;
  readonly rule: string;
  readonly reason: string;
  readonly source: string;
  readonly flags: readonly string[];
  readonly advice: readonly string[];
}

export function describeTriage(result: TriageResult, lang: Lang): TriageText {
  return {
    disposition: dispositionLabel(result.disposition, lang),
    rule: result.rule,
    ...ruleText(result.rule, lang),
    flags: result.flags.map((id) => flagLabel(id, lang)),
    advice: result.advice.map((id) => adviceLabel(id, lang)),
  };
}

const WORDS: Readonly<
  Record<"disposition" | "flag" | "device" | "advice" | "question", (id: string, lang: Lang) => string>
> = {
  disposition: (id, lang) => visitLabel("disposition", id, lang),
  flag: (id, lang) => visitLabel("flag", id, lang),
  device: deviceTypeLabel,
  advice: adviceLabel,
  question: deviceQuestionLabel,
};

/** One entry to all of them by kind, for tables whose ids come from a stored visit. */
export function labelOf(kind: keyof typeof WORDS, id: string, lang: Lang): string {
  return WORDS[kind](id, lang);
}
