import { addUpNeeds, type Figure, type NeedsList } from "../../needs/add-up.ts";
import { itemName } from "../../needs/item-name.ts";
import { NEED_KINDS } from "../../needs/need.ts";
import { renderNeeds } from "../../needs/render.ts";
import { deviceTexts } from "../../text/device-texts.ts";
import { needs as needsTexts } from "../../text/needs.ts";
import type { Lang } from "../../base/languages.ts";
import { newestDevices } from "../../visit/queries/assessed-devices.ts";
import type { VisitFilter } from "../../visit/queries/filter.ts";
import type { VisitStore } from "../../visit/store.ts";
import type { Cell, Column, Table } from "../table.ts";
import { practiceCell, PRACTICE_COLUMN } from "./visit-columns.ts";

const COLUMNS: readonly Column[] = [
  {
    id: "level",
    kind: "choice",
    heading: { vi: "Mức", en: "Level" },
    label: (value, lang) => LEVELS[lang][value] ?? value,
  },
  { id: "kind", kind: "choice", heading: { vi: "Nhu cầu", en: "Need" }, label: kindLabel },
  {
    id: "item",
    kind: "choice",
    heading: { vi: "Thiết bị, linh kiện", en: "Item" },
    label: (value, lang) => itemName(value, lang),
  },
  { id: "unit_code", kind: "code", heading: { vi: "Mã xã", en: "Commune code" } },
  { id: "unit_list", kind: "code", heading: { vi: "Danh mục mã", en: "Code list" } },
  { id: "unit_name", kind: "text", heading: { vi: "Xã/phường", en: "Commune" } },
  { id: "site_name", kind: "text", heading: { vi: "Trụ sở", en: "Site" } },
  { id: "visit_id", kind: "code", heading: { vi: "Mã lượt", en: "Visit" } },
  { id: "device_id", kind: "code", heading: { vi: "Mã thiết bị", en: "Device" } },
  { id: "label", kind: "text", heading: { vi: deviceTexts.vi.label, en: deviceTexts.en.label } },
  { id: "room", kind: "text", heading: { vi: deviceTexts.vi.room, en: deviceTexts.en.room } },
  { id: "quantity", kind: "number", heading: { vi: "Số lượng", en: "Quantity" } },
  { id: "faulty_before", kind: "number", heading: { vi: "Trong đó hỏng từ trước lũ", en: "Of these broken before" } },
  PRACTICE_COLUMN,
];

const LEVELS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  vi: { total: "Toàn bộ", commune: "Xã/phường", device: "Thiết bị" },
  en: { total: "Total", commune: "Commune", device: "Device" },
};

/**
 * What must be bought, repaired, swapped, disposed of: one row a figure in total, then by commune, each commune's
 * figure followed by the device records behind it.
 */
export const needsTable: Table = {
  columns: COLUMNS,
  scope: "all",
  *rows(store, filter) {
    for (const row of rowsOf(listOf(store, filter))) yield [...row, practiceCell(filter)];
  },
  text: (store, filter, lang) => [renderNeeds(listOf(store, filter), lang, (item) => itemName(item, lang))],
};

function listOf(store: VisitStore, filter: VisitFilter): NeedsList {
  return store.records.together(filter, (sound) => addUpNeeds(newestDevices(store.connection, sound)));
}

function* rowsOf(list: NeedsList): Generator<readonly Cell[]> {
  for (const figure of list.total) yield figureRow("total", figure, ["", "", ""]);
  for (const commune of list.communes) {
    const unit = [commune.unitCode, commune.unitList, commune.unitName] as const;
    for (const figure of commune.figures) {
      yield figureRow("commune", figure, unit);
      for (const device of figure.devices)
        yield [
          "device",
          figure.kind,
          figure.item,
          ...unit,
          device.site,
          device.visit,
          device.device,
          device.label,
          device.room,
          device.quantity,
          device.faultyBefore ? device.quantity : 0,
        ];
    }
  }
}

function figureRow(
  level: "total" | "commune",
  figure: Figure,
  unit: readonly [string, string, string],
): readonly Cell[] {
  return [level, figure.kind, figure.item, ...unit, null, null, null, null, null, figure.quantity, figure.faultyBefore];
}

function kindLabel(value: string, lang: Lang): string {
  const kind = NEED_KINDS.find((known) => known === value);
  return kind === undefined ? value : needsTexts[lang][kind];
}
