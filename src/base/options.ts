import { UserError } from "./exit.ts";
import { optionMistakes } from "./option-mistakes.ts";
import type { OptionValues } from "./option-values.ts";
import { oneLine } from "./terminal-safe.ts";
import type { Lang } from "./languages.ts";

/** Value of a text option, or undefined where it was not given. */
export function stringOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/**
 * True where the flag was given. A `--no-x` flag is `x: false` in commander; ask `options["x"] === false` for those.
 */
export function flagOption(options: OptionValues, name: string): boolean {
  return options[name] === true;
}

/** Values of a list option; several words, commas, or the option repeated. */
export function listOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((part: unknown) => (typeof part === "string" ? part.split(",") : []))
    .filter((part) => part !== "");
}

/** Values of an option that may be repeated, each as it was typed. */
export function repeatedOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((part: unknown): part is string => typeof part === "string") : [];
}

/**
 * A number within bounds, or undefined where the option was not given. Throws UserError (64) that names option,
 * expectation and value.
 */
export function numberOption(
  options: OptionValues,
  name: string,
  bounds: { readonly min: number; readonly max: number; readonly expected: string },
  lang: Lang,
): number | undefined {
  const text = stringOption(options, name);
  if (text === undefined) return undefined;
  const value = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (!(value >= bounds.min && value <= bounds.max))
    throw new UserError(optionMistakes[lang].badNumber(`--${name}`, bounds.expected, oneLine(text, 40)));
  return value;
}

/** A list whose members come from a closed set. Throws UserError (64) that names the stranger. */
export function choicesOption(
  options: OptionValues,
  name: string,
  allowed: readonly string[],
  lang: Lang,
): readonly string[] {
  const values = listOption(options, name);
  const stranger = values.find((value) => !allowed.includes(value));
  if (stranger !== undefined)
    throw new UserError(optionMistakes[lang].badChoice(`--${name}`, allowed.join(", "), oneLine(stranger, 40)));
  return values;
}
