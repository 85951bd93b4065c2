import { shownTime } from "../base/shown-time.ts";
import { oneLine } from "../base/terminal-safe.ts";
import type { Lang } from "../base/languages.ts";
import { wordFor } from "../text/judge.ts";
import type { Finding } from "../judge/verdict.ts";

/** More names than this make no sentence. */
const MOST = 6;
const LONGEST = 200;

/**
 * Fills a text of src/text/causes*.ts: `{name}` by the value of the finding, `[[…]]` left out where a value in it is
 * missing. Values come from the network, so each is made harmless. A missing value outside brackets shows as "?".
 */
export function fill(text: string, params: Finding["params"], lang: Lang): string {
  const whole = text.replace(/\[\[(.*?)\]\]/gu, (_, part: string) =>
    placeholders(part).every((name) => shown(params, name, lang) !== null) ? part : "",
  );
  return whole.replace(/\{(\w+)\}/gu, (_, name: string) => shown(params, name, lang) ?? "?");
}

/** Names of the values that a text needs. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? "");
}

function shown(params: Finding["params"], name: string, lang: Lang): string | null {
  const value = params[name];
  if (value === undefined) return null;
  if (typeof value === "number")
    return new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB", { useGrouping: false }).format(value);
  if (typeof value === "string")
    return value === "" ? null : (day(value) ?? oneLine(wordFor(name, value, lang), LONGEST));
  if (value.length === 0) return null;
  const head = value.slice(0, MOST).map((one) => oneLine(one, LONGEST));
  return head.join(", ") + (value.length > MOST ? ` … (+${value.length - MOST})` : "");
}

/** A finding holds days as programs write them. */
function day(value: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? shownTime(value, false) : null;
}
