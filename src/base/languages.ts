export type Lang = "vi" | "en";
export const LANGS: readonly Lang[] = ["vi", "en"];

type Entry = string | ((...values: never[]) => string);
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };
export interface Bilingual<T> {
  readonly vi: Same<T>;
  readonly en: Same<T>;
}

/**
 * Texts of one area in both languages. Vietnamese is written first and gives the keys and parameters;
 * the compiler refuses an English side that lacks a key, has one too many, or takes other parameters.
 */
export function bilingual<T extends Record<string, Entry>>(texts: { vi: T; en: Same<NoInfer<T>> }): Bilingual<T> {
  return texts as Bilingual<T>;
}
