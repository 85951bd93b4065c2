import { bilingual } from "../base/languages.ts";

/** Texts of the visit store and of `qbrecover visits`. */
export const visits = bilingual({
  vi: {
    storeReadOnly: (folder: string) =>
      `Không ghi được vào thư mục dữ liệu ${folder} (chỉ đọc hoặc không có quyền). Chọn thư mục khác bằng --data-dir.`,
    storeNotFolder: (folder: string) =>
      `Nơi lưu dữ liệu ${folder} không phải là thư mục (có tệp trùng tên trên đường dẫn). Chọn thư mục khác bằng ` +
      "--data-dir.",
    storeFull: (folder: string) =>
      `Ổ đĩa của thư mục dữ liệu ${folder} đã đầy. Giải phóng chỗ trống, hoặc chọn thư mục khác bằng --data-dir.`,
    storeNewer: (file: string, found: number, known: number) =>
      `Kho dữ liệu ${file} do bản qbrecover mới hơn tạo (phiên bản ${found}; bản này biết đến ${known}). Không ` +
      "thay đổi gì. Hãy dùng bản mới hơn, hoặc --data-dir khác.",
    storeBroken: (file: string, detail: string) =>
      `Kho dữ liệu ${file} không đọc được (${detail}). Hãy sao chép tệp này để cứu dữ liệu, rồi dùng --data-dir khác.`,
    storeBusy: (file: string) => `Một qbrecover khác đang giữ kho dữ liệu ${file}. Chờ xong rồi chạy lại.`,
    storeFailed: (file: string, detail: string) => `Không ghi được vào kho dữ liệu ${file}: ${detail}`,
    conflict: (id: string, parts: string) =>
      `Lượt ${id} vừa được một qbrecover khác sửa ở cùng chỗ (${parts}). Không ghi đè. Mở lại lượt này để làm tiếp.`,
    noVisit: (id: string) => `Không có lượt ${id}. Xem: qbrecover visits list`,
    noVisits: "Chưa có lượt nào. Bắt đầu: qbrecover scan",
    ambiguous: (prefix: string, found: string) => `"${prefix}" khớp nhiều lượt: ${found}. Gõ thêm ký tự.`,
  },
  en: {
    storeReadOnly: (folder) =>
      `Cannot write to the data folder ${folder} (read-only, or no permission). Choose another one with --data-dir.`,
    storeNotFolder: (folder) =>
      `The data folder ${folder} is not a folder (a file of that name is in the way). Choose another one with ` +
      "--data-dir.",
    storeFull: (folder) =>
      `The disk of the data folder ${folder} is full. Free some space, or choose another folder with --data-dir.`,
    storeNewer: (file, found, known) =>
      `The store ${file} was made by a newer qbrecover (version ${found}; this one knows up to ${known}). ` +
      "Nothing was changed. Use the newer version, or another --data-dir.",
    storeBroken: (file, detail) =>
      `The store ${file} cannot be read (${detail}). Copy the file to save its data, then use another --data-dir.`,
    storeBusy: (file) => `Another qbrecover is holding the store ${file}. Wait until it is done and try again.`,
    storeFailed: (file, detail) => `Cannot write to the store ${file}: ${detail}`,
    conflict: (id, parts) =>
      `Visit ${id} was just changed in the same place by another qbrecover (${parts}). Nothing was overwritten. ` +
      "Open the visit again to go on.",
    noVisit: (id) => `There is no visit ${id}. See: qbrecover visits list`,
    noVisits: "There are no visits yet. Start with: qbrecover scan",
    ambiguous: (prefix, found) => `"${prefix}" fits several visits: ${found}. Type more of the id.`,
  },
});
