import type { Lang } from "../base/languages.ts";
import { nearest } from "../base/nearest.ts";
import { cli } from "./cli.ts";

/** A line that offers the word that was probably meant, to stand behind a message; empty where none is near. */
export function meant(typed: string, words: Iterable<string>, lang: Lang): string {
  const word = nearest(typed, words);
  return word === undefined ? "" : `\n${cli[lang].didYouMean(word)}`;
}
