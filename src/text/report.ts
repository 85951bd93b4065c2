import { bilingual } from "../base/languages.ts";

/** Texts of `qbrecover report`: messages, words in cells, headings of the readable forms. */
export const report = bilingual({
  vi: {
    badDate: (found: string) => `--since: cần ngày dạng dd/mm/yyyy hoặc yyyy-mm-dd; nhận được "${found}"`,
    excelNeedsCsv: "--excel và --csv-sep chỉ dùng với --format csv",
    paperOneVisit: (format: string) => `--format ${format} in một lượt; hãy nêu đúng một mã lượt`,
    pdfNeedsOutput: "--format pdf cần -o TỆP.pdf",
    printByHand: (file: string) =>
      `Máy này không có Edge, Chrome hoặc Chromium in được ra PDF. Mở ${file} bằng trình duyệt bất kỳ, nhấn Ctrl+P, ` +
      "chọn khổ A4 dọc, lề mặc định, rồi in hoặc lưu thành PDF.",
    tableNeedsFormat: (format: string) => `--table không dùng với --format ${format}`,
    twoTables: "Chỉ chọn một trong --table, --needs, --priority",
    allAndIds: "Nêu mã lượt, hoặc --all/--since, không cả hai",
    cannotWrite: (file: string, detail: string) => `Không ghi được ${file}: ${detail}`,
    fileInUse: (file: string) =>
      `Không ghi được ${file}: tệp đang mở trong chương trình khác (thường là Excel) hoặc chỉ đọc. Hãy đóng tệp ` +
      "rồi chạy lại, hoặc chọn tên khác.",
    foreign: (file: string) => `${file} đã có và không phải do qbrecover ghi. Chọn tên khác.`,
    foreignForce: (file: string) =>
      `${file} đã có và không phải do qbrecover ghi. Chọn tên khác, hoặc thêm --force để ghi đè.`,
    leftForeign: (file: string) => `Giữ nguyên ${file}; chưa ghi gì.`,
    replaceForeign: (file: string) => `${file} đã có và không phải do qbrecover ghi. Ghi đè?`,
    keepFile: "Không, giữ tệp đó",
    replaceFile: "Ghi đè, nội dung cũ mất hẳn",
    yes: "có",
    no: "không",
    writtenFile: (file: string) => `Đã ghi ${file}`,
  },
  en: {
    badDate: (found) => `--since: expected a date like dd/mm/yyyy or yyyy-mm-dd; found "${found}"`,
    excelNeedsCsv: "--excel and --csv-sep go with --format csv only",
    paperOneVisit: (format) => `--format ${format} prints one visit; name exactly one`,
    pdfNeedsOutput: "--format pdf needs -o FILE.pdf",
    printByHand: (file) =>
      `This laptop has no Edge, Chrome or Chromium that prints to PDF. Open ${file} in any browser, press Ctrl+P, ` +
      "choose A4 upright, default margins, then print or save as PDF.",
    tableNeedsFormat: (format) => `--table does not go with --format ${format}`,
    twoTables: "Choose one of --table, --needs, --priority",
    allAndIds: "Name visits, or give --all/--since, not both",
    cannotWrite: (file, detail) => `Cannot write ${file}: ${detail}`,
    fileInUse: (file) =>
      `Cannot write ${file}: it is open in another program (mostly Excel) or read-only. Close it and run again, ` +
      "or choose another name.",
    foreign: (file) => `${file} is there already and was not written by qbrecover. Choose another name.`,
    foreignForce: (file) =>
      `${file} is there already and was not written by qbrecover. Choose another name, or add --force to replace it.`,
    leftForeign: (file) => `Left ${file} as it is; nothing was written.`,
    replaceForeign: (file) => `${file} is there already and was not written by qbrecover. Replace it?`,
    keepFile: "No, keep that file",
    replaceFile: "Replace it; what it holds is gone for good",
    yes: "yes",
    no: "no",
    writtenFile: (file) => `Wrote ${file}`,
  },
});
