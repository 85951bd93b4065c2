import { DEVICE_TYPES } from "../checklist/data/device-types.ts";
import { WASTE, wasteName, type WasteId } from "../checklist/data/waste.ts";
import { needs as needsTexts } from "../text/needs.ts";
import type { Lang } from "../base/languages.ts";

/**
 * Name of an item of the list: a device type, a part, or a kind of waste; the id itself where this version does not
 * know it.
 */
export function itemName(item: string, lang: Lang): string {
  const type = DEVICE_TYPES.find((known) => known.id === item);
  if (type !== undefined) return type.label[lang];
  if (isWaste(item)) return wasteName(item)[lang];
  const texts: Readonly<Record<string, unknown>> = needsTexts[lang];
  const name = texts[item];
  return typeof name === "string" ? name : item;
}

const isWaste = (item: string): item is WasteId => Object.hasOwn(WASTE, item);
