import stringWidth from "string-width";
import { terminalSafe } from "../base/terminal-safe.ts";
import { needs as needsTexts } from "../text/needs.ts";
import type { Lang } from "../base/languages.ts";
import type { Figure, NeedsList } from "./add-up.ts";
import { NEED_KINDS } from "./need.ts";

/** The list of needs as text: in total, then by commune. `itemName` gives the name of a device type or part. */
export function renderNeeds(list: NeedsList, lang: Lang, itemName: (item: string) => string): string {
  const texts = needsTexts[lang];
  const lines = [texts.title, texts.basis(list.deviceRecords, list.visits), ""];
  if (list.total.length === 0) lines.push(texts.none);
  else {
    lines.push(texts.total, ...section(list.total, lang, itemName));
    for (const commune of list.communes) {
      const name =
        commune.unitName === "" ? texts.noUnit : `${commune.unitName} (${commune.unitCode}, ${commune.unitList})`;
      lines.push("", name, ...section(commune.figures, lang, itemName));
    }
  }
  return terminalSafe(`${lines.join("\n")}\n`);
}

function section(figures: readonly Figure[], lang: Lang, itemName: (item: string) => string): string[] {
  const texts = needsTexts[lang];
  const width = Math.max(...figures.map((figure) => stringWidth(itemName(figure.item))));
  return NEED_KINDS.flatMap((kind) => {
    const own = figures.filter((figure) => figure.kind === kind);
    if (own.length === 0) return [];
    return [
      `  ${texts[kind]}`,
      ...own.map((figure) => {
        const name = itemName(figure.item);
        const old = figure.faultyBefore > 0 ? ` ${texts.beforeFlood(figure.faultyBefore)}` : "";
        return (
          `    ${name}${" ".repeat(width - stringWidth(name))}  ${String(figure.quantity).padStart(6)}${old}  ` +
          `[${texts.rows(figure.devices.length)}]`
        );
      }),
    ];
  });
}
