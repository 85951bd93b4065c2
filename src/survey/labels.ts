import type { Lang } from "../base/languages.ts";
import { SITE_TYPES } from "./data/site-types.ts";

/** Text of a kind of building; the id itself where it is not known. */
export function siteTypeLabel(type: string, lang: Lang): string {
  const row = SITE_TYPES.find(([id]) => id === type);
  return row === undefined ? type : lang === "vi" ? row[1] : row[2];
}
