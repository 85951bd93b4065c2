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
    storeForeign: (file: string, found: number) =>
      `Tệp ${file} không phải kho dữ liệu của qbrecover, hoặc phần đầu tệp đã hỏng (phiên bản ${found}). Không thay đổi gì. Nếu đúng là kho cũ: qbrecover visits rescue -o TỆP-MỚI.db; nếu không, dùng --data-dir khác.`,
    storeGone: (file: string) =>
      `Kho dữ liệu ${file} đã bị rút ra, xóa hoặc thay bằng tệp khác trong lúc đang làm. Việc vừa rồi CHƯA được lưu. Cắm lại USB hoặc đặt lại tệp rồi chạy lại.`,
    recordDamaged: (id: string, part: string) =>
      `Lượt ${id} đã hỏng trong kho dữ liệu (${part}): không phải đúng những gì đã ghi. Không dùng, không thay đổi. Xem: qbrecover visits check; cứu: qbrecover visits rescue -o TỆP-MỚI.db`,
    storeBroken: (file: string, detail: string) =>
      `Kho dữ liệu ${file} không đọc được (${detail}). Không thay đổi gì. Cứu dữ liệu: qbrecover visits rescue -o TỆP-MỚI.db; làm tiếp ở nơi khác bằng --data-dir.`,
    storeBusy: (file: string) => `Một qbrecover khác đang giữ kho dữ liệu ${file}. Chờ xong rồi chạy lại.`,
    storeFailed: (file: string, detail: string) => `Không ghi được vào kho dữ liệu ${file}: ${detail}`,
    conflict: (id: string, parts: string) =>
      `Lượt ${id} vừa được một qbrecover khác sửa ở cùng chỗ (${parts}). Không ghi đè. Mở lại lượt này để làm tiếp.`,
    copyDamaged:
      "CẢNH BÁO: kho dữ liệu có chỗ hỏng; bản sao ngày trước (visits.db.bak) được giữ nguyên. Xem ngay: qbrecover visits check",
    copyFull: "Không đủ chỗ trống để giữ bản sao trong ngày của kho dữ liệu (visits.db.bak). Giải phóng chỗ trống.",
    copyFailed: "Không ghi được bản sao trong ngày của kho dữ liệu (visits.db.bak).",
    leftOut: (id: string, part: string) => `Lượt ${id}: hỏng trong kho dữ liệu (${part}), bỏ ra ngoài`,
    photoMissing: (id: string, file: string) => `Lượt ${id}: THIẾU ảnh ${file}`,
    photoDamaged: (id: string, file: string) => `Lượt ${id}: ảnh ${file} HỎNG (không khớp mã băm)`,
    rescueNothing: (folder: string) => `Trong ${folder} không có kho dữ liệu nào để cứu (visits.db, visits.db.bak).`,
    rescueExists: (file: string) => `${file} đã có; cứu dữ liệu chỉ ghi ra tệp mới. Chọn tên khác.`,
    rescueWhole: (count: number) => `${count} lượt nguyên vẹn`,
    rescueMended: (id: string) => `Lượt ${id}: đủ lại nhờ bản sao; phần lấy từ bản sao có thể cũ hơn`,
    rescueCopy: (id: string) => `Lượt ${id}: chỉ còn trong bản sao; có thể cũ hơn, hoặc đã bị xóa trước đó`,
    rescueLost: (id: string) => `Lượt ${id}: MẤT, không còn phần nào đọc được`,
    rescuePartly: (id: string, parts: string) => `Lượt ${id}: còn một phần (${parts})`,
    rescueScan: "mất phần kiểm tra mạng",
    rescueDevices: (count: number) => `mất ${count} thiết bị`,
    rescueDoubtful: (parts: string) => `phải xem lại: ${parts}`,
    rescueOlder: "có thể không phải lần ghi cuối",
    rescued: (count: number, file: string) => `Đã cứu ${count} lượt vào ${file}. Kho cũ giữ nguyên.`,
    rescueNext: (file: string) =>
      `Dùng kho mới: đổi tên visits.db cũ (cùng visits.db-wal, visits.db-shm nếu có) để cất, rồi đổi ${file} thành visits.db trong thư mục dữ liệu.`,
    checkFine: "Không thấy hỏng.",
    checkFile: (file: string, count: number) => `Kho dữ liệu ${file}: ${count} lượt`,
    checkStructure: (line: string) => `Cấu trúc tệp HỎNG: ${line}`,
    checkDamaged: (id: string, part: string) => `Lượt ${id}: HỎNG (${part})`,
    checkPhotos: (count: number) => `${count} ảnh đã xem`,
    checkLeft: (file: string) => `Thừa, chỉ chiếm chỗ: ${file}`,
    checkFree: (mib: number) => `Còn trống ${mib} MiB trên ổ đĩa`,
    checkFreeLow: (mib: number) => `SẮP ĐẦY: còn ${mib} MiB trên ổ đĩa`,
    checkCopy: (at: string, days: number) =>
      `Bản sao visits.db.bak: ${at}${days === 0 ? " (hôm nay)" : `, ${days} ngày trước`}`,
    checkNoCopy: "Chưa có bản sao visits.db.bak (được giữ lần đầu mỗi ngày khi có lượt)",
    andMore: (count: number) => `… và ${count} mục khác`,
    damagedNext: "Xem hết: qbrecover visits check. Cứu những gì còn đọc được: qbrecover visits rescue -o TỆP-MỚI.db",
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
    storeForeign: (file, found) =>
      `The file ${file} is no store of qbrecover, or its head is damaged (version ${found}). Nothing was changed. If it is an old store: qbrecover visits rescue -o NEW-FILE.db; if not, use another --data-dir.`,
    storeGone: (file) =>
      `The store ${file} was pulled out, removed or replaced by another file while it was in use. What you just did is NOT stored. Put the stick or the file back and start again.`,
    recordDamaged: (id, part) =>
      `Visit ${id} is damaged in the store (${part}): it is not what was written. It was not used and not changed. See: qbrecover visits check; to save what can be saved: qbrecover visits rescue -o NEW-FILE.db`,
    storeBroken: (file, detail) =>
      `The store ${file} cannot be read (${detail}). Nothing was changed. To save its data: qbrecover visits rescue -o NEW-FILE.db; to go on elsewhere, use --data-dir.`,
    storeBusy: (file) => `Another qbrecover is holding the store ${file}. Wait until it is done and try again.`,
    storeFailed: (file, detail) => `Cannot write to the store ${file}: ${detail}`,
    conflict: (id, parts) =>
      `Visit ${id} was just changed in the same place by another qbrecover (${parts}). Nothing was overwritten. ` +
      "Open the visit again to go on.",
    copyDamaged:
      "WARNING: there is damage in the store; the copy of an earlier day (visits.db.bak) is kept. Look now: qbrecover visits check",
    copyFull: "There is not enough free space to keep today's copy of the store (visits.db.bak). Free some space.",
    copyFailed: "Today's copy of the store (visits.db.bak) could not be written.",
    leftOut: (id, part) => `Visit ${id}: damaged in the store (${part}), left out`,
    photoMissing: (id, file) => `Visit ${id}: photo ${file} is MISSING`,
    photoDamaged: (id, file) => `Visit ${id}: photo ${file} is DAMAGED (does not match its hash)`,
    rescueNothing: (folder) => `There is no store to rescue in ${folder} (visits.db, visits.db.bak).`,
    rescueExists: (file) => `${file} is there already; a rescue writes a new file only. Choose another name.`,
    rescueWhole: (count) => `${count} visits whole`,
    rescueMended: (id) => `Visit ${id}: complete again with parts from the copy, which may be older`,
    rescueCopy: (id) => `Visit ${id}: from the copy alone; it may be older, or was removed before`,
    rescueLost: (id) => `Visit ${id}: LOST, nothing of it can be read`,
    rescuePartly: (id, parts) => `Visit ${id}: in part (${parts})`,
    rescueScan: "network check lost",
    rescueDevices: (count) => `${count} devices lost`,
    rescueDoubtful: (parts) => `to be looked at again: ${parts}`,
    rescueOlder: "perhaps not as written last",
    rescued: (count, file) => `Rescued ${count} visits into ${file}. The old store was not touched.`,
    rescueNext: (file) =>
      `To use the new store: put the old visits.db away under another name (with visits.db-wal and visits.db-shm where they are there), then rename ${file} to visits.db in the data folder.`,
    checkFine: "No damage found.",
    checkFile: (file, count) => `Store ${file}: ${count} visits`,
    checkStructure: (line) => `Structure of the file DAMAGED: ${line}`,
    checkDamaged: (id, part) => `Visit ${id}: DAMAGED (${part})`,
    checkPhotos: (count) => `${count} photos looked at`,
    checkLeft: (file) => `Left over, takes space only: ${file}`,
    checkFree: (mib) => `${mib} MiB free on the disk`,
    checkFreeLow: (mib) => `NEARLY FULL: ${mib} MiB free on the disk`,
    checkCopy: (at, days) => `Copy visits.db.bak: ${at}${days === 0 ? " (today)" : `, ${days} days old`}`,
    checkNoCopy: "There is no copy visits.db.bak yet (kept at the first start of each day with visits)",
    andMore: (count) => `… and ${count} more`,
    damagedNext:
      "To see all: qbrecover visits check. To save what can still be read: qbrecover visits rescue -o NEW-FILE.db",
    noVisit: (id) => `There is no visit ${id}. See: qbrecover visits list`,
    noVisits: "There are no visits yet. Start with: qbrecover scan",
    ambiguous: (prefix, found) => `"${prefix}" fits several visits: ${found}. Type more of the id.`,
  },
});
