import { bilingual } from "../base/languages.ts";

/** `checklist --explain`: why a device got its result. */
export const explain = bilingual({
  vi: {
    result: (label: string, rule: string) => `KẾT LUẬN: ${label}  [${rule}]`,
    flags: (text: string) => `Lưu ý: ${text}`,
    storedOtherwise: (label: string, rule: string) =>
      `(Trong lượt đã lưu: ${label} [${rule}], theo phiên bản khi đó. Dưới đây là cách xét của phiên bản này.)`,
    overruled: (label: string, reason: string) => `Kỹ thuật viên quyết định: ${label} – ${reason}`,
    gate: (state: string) => `An toàn điện: ${state}`,
    rules: "Các quy tắc đã áp dụng, theo thứ tự:",
    rulesOf: (type: string) => `Quy tắc cho loại: ${type}`,
    reason: (text: string) => `Vì: ${text}`,
    source: (text: string) => `Nguồn: ${text}`,
    unknown: (list: string) => `Chưa rõ: ${list}`,
    ownMark: "◆ nhận định riêng của công cụ theo kinh nghiệm kỹ thuật, không có tiêu chuẩn nào nói",
    noDevice: (name: string) => `Không có thiết bị "${name}" trong lượt này. Có:`,
    noVisit: "Chưa có lượt nào có thiết bị. Nêu loại thiết bị để xem quy tắc, ví dụ: checklist --explain laptop",
    alone: "--explain không đi cùng --answers, --template, --new.",
  },
  en: {
    result: (label, rule) => `RESULT: ${label}  [${rule}]`,
    flags: (text) => `Mind: ${text}`,
    storedOtherwise: (label, rule) =>
      `(In the stored visit: ${label} [${rule}], by the version of then. What follows is how this version judges.)`,
    overruled: (label, reason) => `The technician decided: ${label} – ${reason}`,
    gate: (state) => `Electrical safety: ${state}`,
    rules: "Rules that had a part in it, in order:",
    rulesOf: (type) => `Rules for the type: ${type}`,
    reason: (text) => `Because: ${text}`,
    source: (text) => `Source: ${text}`,
    unknown: (list) => `Not known: ${list}`,
    ownMark: "◆ this tool's own judgement from engineering practice; no standard says it",
    noDevice: (name) => `There is no device "${name}" in this visit. There are:`,
    noVisit: "No visit with devices yet. Name a type to see its rules, e.g. checklist --explain laptop",
    alone: "--explain excludes --answers, --template and --new.",
  },
});
