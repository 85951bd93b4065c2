import type { Lang } from "../base/languages.ts";
import { units as unitTexts } from "../text/units.ts";

/** Lists that come with the product, newest first (CONTRACT: stored visits refer to them). */
export const BUILTIN_LISTS = ["vn-2025-07", "vn-2025-06", "vn-2020-10"] as const;
export type BuiltinList = (typeof BUILTIN_LISTS)[number];

/** What a list is of, in words; null for one that was added. */
export function builtinListName(id: string, lang: Lang): string | null {
  const texts = unitTexts[lang];
  const names: Readonly<Record<BuiltinList, string>> = {
    "vn-2025-07": texts.list_2025_07,
    "vn-2025-06": texts.list_2025_06,
    "vn-2020-10": texts.list_2020_10,
  };
  const list = BUILTIN_LISTS.find((each) => each === id);
  return list === undefined ? null : names[list];
}
