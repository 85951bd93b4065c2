import type { Lang } from "../base/languages.ts";
import { care as careTexts } from "../text/care.ts";
import type { Answers, Device } from "../visit/schema.ts";
import { adviceLabel, deviceTypeLabel } from "./labels.ts";
import { careOrder, careSteps } from "./triage/care-order.ts";

/** One place of the list: which devices, and how. */
export interface CareItem {
  readonly name: string;
  readonly steps: readonly string[];
}

/** What is washed and dried first, second …: each with its steps in words; empty where nothing is to be cleaned. */
export function careList(devices: readonly Device[], safety: Answers, lang: Lang): CareItem[] {
  return careOrder(devices, safety).map((device) => {
    const told = [deviceTypeLabel(device.type, lang), device.label, device.room].filter((part) => part !== "");
    return {
      name: careTexts[lang].piece(device.quantity, told.join(", ")),
      steps: careSteps(device).map((id) => adviceLabel(id, lang)),
    };
  });
}

/** The list as lines; equal steps of places that follow each other are told once, under the last of them. */
export function careLines(devices: readonly Device[], safety: Answers, lang: Lang): string[] {
  const items = careList(devices, safety, lang);
  if (items.length === 0) return [];
  return [
    careTexts[lang].title,
    ...items.flatMap(({ name, steps }, at) => {
      const isSame = items[at + 1]?.steps.join() === steps.join();
      return [`${at + 1}. ${name}`, ...(isSame ? [] : steps.map((step) => `   • ${step}`))];
    }),
  ];
}
