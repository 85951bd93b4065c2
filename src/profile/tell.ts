import { oneLine } from "../base/terminal-safe.ts";
import { profile as texts } from "../text/profile.ts";
import type { Lang } from "../base/languages.ts";
import { formatPath, isRecord, valueAt, type Expectation, type Mistake } from "./mistake.ts";
import type { Parsed } from "./parsed.ts";

const MOST_SHOWN = 60;

/** All mistakes of a profile, one a line: path, what was expected, what was found. */
export function tellMistakes(name: string, source: unknown, mistakes: readonly Mistake[], lang: Lang): string {
  const words = texts[lang];
  const lines = mistakes
    .slice(0, MOST_SHOWN)
    .map(
      (one) =>
        `  ${oneLine(formatPath(one.path), 120) || words.root}: ${expected(one.expected, lang)}; ${words.found(found(valueAt(source, one.path), lang))}`,
    );
  const more = mistakes.length > MOST_SHOWN ? [`  ${words.more(mistakes.length - MOST_SHOWN)}`] : [];
  return [words.mistakes(oneLine(name, 200), mistakes.length), ...lines, ...more].join("\n");
}

/** Why a file holds no data at all. */
export function tellSyntax(name: string, problem: Extract<Parsed, { ok: false }>, lang: Lang): string {
  const words = texts[lang];
  const file = oneLine(name, 200);
  switch (problem.problem) {
    case "syntax":
      return words.syntax(file, problem.line, problem.column, oneLine(problem.detail, 120));
    case "aliases":
      return words.aliases(file);
    case "nesting":
      return words.nesting(file);
    case "empty":
      return words.empty(file);
  }
}

function expected(expectation: Expectation, lang: Lang): string {
  const words = texts[lang];
  switch (expectation.kind) {
    case "host":
      return words.expectHost;
    case "hosts":
      return words.expectHosts;
    case "port":
      return words.expectPort;
    case "address":
      return words.expectAddress;
    case "id":
      return words.expectId;
    case "version":
      return words.expectVersion;
    case "date":
      return words.expectDate;
    case "province":
      return words.expectProvince;
    case "phone":
      return words.expectPhone;
    case "urlPath":
      return words.expectUrlPath;
    case "reference":
      return words.expectReference;
    case "unique":
      return words.expectUnique;
    case "variable":
      return words.expectVariable(expectation.name);
    case "unknownKey":
      return words.expectNoKey;
    case "type":
      return words.expectType(typeName(expectation.type, lang));
    case "choice":
      return words.expectChoice(expectation.values.join(", "));
    case "length":
      return length(expectation, lang);
    case "other":
      return words.expectOther(oneLine(expectation.detail, 120));
  }
}

function length(expectation: Extract<Expectation, { kind: "length" }>, lang: Lang): string {
  const words = texts[lang];
  const { of, least, most } = expectation;
  if (of === "text") return least === null ? words.textAtMost(most ?? 0) : words.textNeeded;
  if (of === "list") return least === null ? words.listAtMost(most ?? 0) : words.listAtLeast(least);
  return least === null ? words.numberAtMost(most ?? 0) : words.numberAtLeast(least);
}

function typeName(type: string, lang: Lang): string {
  const words = texts[lang];
  const names: Readonly<Record<string, string>> = {
    string: words.typeText,
    number: words.typeNumber,
    int: words.typeWhole,
    boolean: words.typeYesNo,
    array: words.typeList,
    object: words.typeObject,
    null: "null",
  };
  return names[type] ?? type;
}

function found(value: unknown, lang: Lang): string {
  const words = texts[lang];
  if (value === undefined) return words.nothing;
  if (typeof value === "string") return `"${oneLine(value, 60)}"`;
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  if (Array.isArray(value)) return words.someList(value.length);
  return isRecord(value) ? words.someObject : typeof value;
}
