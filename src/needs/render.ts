import { oneLine, terminalSafe } from "../base/terminal-safe.ts";
import { tableLines } from "../terminal/table.ts";
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
      lines.push("", oneLine(name, 500), ...section(commune.figures, lang, itemName));
    }
  }
  return terminalSafe(`${lines.join("\n")}\n`);
}

function section(figures: readonly Figure[], lang: Lang, itemName: (item: string) => string): string[] {
  const texts = needsTexts[lang];
  const rows = figures.map((figure) => [
    itemName(figure.item),
    String(figure.quantity),
    `${figure.faultyBefore > 0 ? `${texts.beforeFlood(figure.faultyBefore)} ` : ""}[${texts.rows(figure.devices.length)}]`,
  ]);
  const columns = [{ title: "" }, { title: "", number: true }, { title: "" }];
  const lines = tableLines(columns, rows, { indent: 4 });
  return NEED_KINDS.flatMap((kind) => {
    const own = lines.filter((_, at) => figures[at]?.kind === kind);
    return own.length === 0 ? [] : [`  ${texts[kind]}`, ...own];
  });
}
