import type { Choice, Condition, Question } from "./question.ts";

/** Short spellings for the question tables: [id, Vietnamese, English]. */
export type Row = readonly [id: string, vi: string, en: string];

const choices = (rows: readonly Row[]): Choice[] => rows.map(([id, vi, en]) => ({ id, label: { vi, en } }));
type Extra = Partial<Pick<Question, "when" | "needsPower" | "optional" | "hint" | "min" | "max" | "unit">>;

export function pick(id: string, vi: string, en: string, rows: readonly Row[], extra: Extra = {}): Question {
  return { id, kind: "choice", label: { vi, en }, choices: choices(rows), ...extra };
}

const YES_NO: readonly Row[] = [
  ["khong", "Không", "No"],
  ["co", "Có", "Yes"],
  ["khong_ro", "Không rõ", "Not known"],
];

export function yesNo(id: string, vi: string, en: string, extra: Extra = {}): Question {
  return pick(id, vi, en, YES_NO, extra);
}

export function number(id: string, vi: string, en: string, extra: Extra = {}): Question {
  return { id, kind: "number", label: { vi, en }, min: 0, max: 1_000_000, ...extra };
}

export function text(id: string, vi: string, en: string, extra: Extra = {}): Question {
  return { id, kind: "text", label: { vi, en }, ...extra };
}

export function time(id: string, vi: string, en: string, extra: Extra = {}): Question {
  return { id, kind: "time", label: { vi, en }, ...extra };
}

export const is = (question: string, ...values: string[]): Condition => ({ question, in: values });
export const isNot = (question: string, ...values: string[]): Condition => ({ question, notIn: values });
