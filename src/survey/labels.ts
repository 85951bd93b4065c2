import type { Lang } from "../base/languages.ts";
import { SITE_TYPE_IDS, SITE_TYPES } from "../visit/site-types.ts";

/** Text of a kind of building; the id itself where it is not known. */
export function siteTypeLabel(type: string, lang: Lang): string {
  const id = SITE_TYPE_IDS.find((each) => each === type);
  return id === undefined ? type : SITE_TYPES[id].label[lang];
}
