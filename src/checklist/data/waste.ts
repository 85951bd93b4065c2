import type { Label } from "../../form/question.ts";

/**
 * What must be collected apart, with its code in the list of hazardous waste; null where no code could be confirmed, which
 * is said. List: Circular 02/2022/TT-BTNMT, amended by 07/2025 and 09/2026; as known on the day below.
 */
export const WASTE_LIST = { law: "TT 02/2022/TT-BTNMT, TT 07/2025, TT 09/2026", knownOn: "2026-11-21" } as const;

interface Waste {
  readonly name: Label;
  readonly code: string | null;
}

export const WASTE = {
  haz_lead_acid: { name: { vi: "Ắc quy chì", en: "Lead-acid batteries" }, code: "19 06 01" },
  haz_lithium: { name: { vi: "Pin lithium", en: "Lithium batteries" }, code: null },
  haz_battery: { name: { vi: "Pin, ắc quy chưa rõ loại", en: "Batteries of unknown kind" }, code: null },
  haz_toner: { name: { vi: "Hộp mực", en: "Toner cartridges" }, code: "08 02 04" },
  haz_ccfl: { name: { vi: "Đèn CCFL có thủy ngân", en: "CCFL lamps with mercury" }, code: "16 01 06" },
  haz_crt: { name: { vi: "Đèn hình CRT", en: "Cathode-ray tubes" }, code: null },
} as const satisfies Record<string, Waste>;
export type WasteId = keyof typeof WASTE;

/** "Ắc quy chì (mã 19 06 01)", "Pin lithium (chưa rõ mã)". */
export function wasteName(id: WasteId): Label {
  const { name, code } = WASTE[id];
  return {
    vi: `${name.vi} (${code === null ? "chưa rõ mã" : `mã ${code}`})`,
    en: `${name.en} (${code === null ? "code not known" : `code ${code}`})`,
  };
}

/** "Collect apart: …" for the advice of a device. */
export function collect(id: WasteId): Label {
  const { vi, en } = wasteName(id);
  return { vi: `Thu gom riêng: ${vi}`, en: `Collect apart: ${en}` };
}
