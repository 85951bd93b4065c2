import type { Lang } from "../../base/languages.ts";
import { paper } from "../../text/paper.ts";
import type { Device } from "../../visit/schema.ts";

/** Ids of the questions about money; per piece, in đồng. */
const SUMS = ["price", "remaining_value", "cost"] as const;
type Sum = (typeof SUMS)[number];

/** A figure of money that somebody knew; null where nobody did. */
function known(device: Device, id: Sum): number | null {
  const value = device.answers[id];
  return typeof value === "number" ? value : null;
}

/** 12.000.000, as Vietnam writes it. */
function money(value: number): string {
  return value.toLocaleString("vi-VN", { maximumFractionDigits: 0 });
}

/** Year of use and money of one device, as far as somebody knew them. */
export function worth(device: Device, lang: Lang): string[] {
  const texts = paper[lang];
  const year = device.answers["used_since"];
  const words: Readonly<Record<Sum, (text: string) => string>> = {
    price: texts.price,
    remaining_value: texts.remaining,
    cost: texts.cost,
  };
  return [
    ...(typeof year === "number" ? [texts.usedSince(String(year))] : []),
    ...SUMS.flatMap((id) => {
      const value = known(device, id);
      return value === null ? [] : [words[id](money(value))];
    }),
  ];
}

/** Totals over all pieces; each says for how many rows it is known. Nothing where nobody knew any. */
export function totals(devices: readonly Device[], lang: Lang): string[] {
  const texts = paper[lang];
  const names: Readonly<Record<Sum, string>> = {
    price: texts.totalPrice,
    remaining_value: texts.totalRemaining,
    cost: texts.totalCost,
  };
  return SUMS.flatMap((id) => {
    const told = devices.filter((device) => known(device, id) !== null);
    const sum = told.reduce((all, device) => all + (known(device, id) ?? 0) * device.quantity, 0);
    return told.length === 0 ? [] : [texts.total(names[id], money(sum), told.length, devices.length)];
  });
}
