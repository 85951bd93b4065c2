import { bilingual } from "../base/languages.ts";

/** Messages about places: units, sites. */
export const survey = bilingual({
  vi: {
    siteNeedsUnit: "--site cần đi cùng --unit (xã/phường nào?)",
    unknownUnit: (found: string) =>
      `--unit: không có xã/phường nào khớp "${found}". Gõ tên (cũ hoặc mới, có hay không dấu) hoặc mã có kèm ` +
      "danh mục, ví dụ vn-2025-07:19207.",
    similarUnits: (found: string, list: string) =>
      `--unit: không có xã/phường nào tên đúng là "${found}". Gần giống:\n${list}`,
    ambiguousUnit: (found: string, list: string) =>
      `--unit: "${found}" có thể là nhiều nơi. Ghi rõ một trong:\n${list}`,
    noSuccessor: (name: string) =>
      `--unit: ${name}: không có nguồn nào cho biết nay thuộc xã nào. Hãy ghi tên xã hiện nay.`,
    nowPartOf: (name: string) => `nay là ${name}`,
    similar: "Gần giống:",
    whichUnit: "Xã, phường nào?",
    unknownPlace: "chưa rõ xã, phường",
  },
  en: {
    siteNeedsUnit: "--site needs --unit (which commune?)",
    unknownUnit: (found) =>
      `--unit: no commune fits "${found}". Give a name (old or new, with or without diacritics) or a code with ` +
      "its list, e.g. vn-2025-07:19207.",
    similarUnits: (found, list) => `--unit: no commune is called exactly "${found}". Similar ones:\n${list}`,
    ambiguousUnit: (found, list) => `--unit: "${found}" may be several places. Say which:\n${list}`,
    noSuccessor: (name) =>
      `--unit: ${name}: no source tells which commune it belongs to now. Give the commune of today.`,
    nowPartOf: (name) => `now ${name}`,
    similar: "Similar ones:",
    whichUnit: "Which commune?",
    unknownPlace: "commune not known",
  },
});
