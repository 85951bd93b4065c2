import type { Lang } from "../../base/languages.ts";
import type { Answers } from "../../visit/schema.ts";

type Clauses = Readonly<Record<string, Readonly<Record<string, readonly [vi: string, en: string]>>>>;

/** The clauses of what was answered, in the order of the table; what nobody answered adds nothing. */
export function clauses(table: Clauses, answers: Answers, lang: Lang): string[] {
  return Object.entries(table).flatMap(([id, values]) => {
    const told = answers[id];
    const words = told === undefined ? undefined : values[String(told)];
    return words === undefined ? [] : [words[lang === "vi" ? 0 : 1]];
  });
}

/** Clauses as one sentence; "" for none. */
export function sentence(parts: readonly string[], joint = ", "): string {
  const text = parts.filter((part) => part !== "").join(joint);
  return text === "" ? "" : stopped(`${text.charAt(0).toLocaleUpperCase("vi")}${text.slice(1)}`);
}

/** With a full stop where it has no end. */
export function stopped(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

/** What a person wrote; "" where it is absent or skipped. */
export function written(answers: Answers, id: string): string {
  const value = answers[id];
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
