import { bilingual } from "../base/languages.ts";

/** What the scan command says beside the verdict. */
export const scan = bilingual({
  vi: {
    practiceProfile: "Hồ sơ practice chỉ dùng cho văn phòng luyện tập. Chạy: qbrecover practice",
    saved: (id: string) => `Đã lưu lượt ${id}. Xuất báo cáo: qbrecover report`,
    goOn: "Làm tiếp phiếu khảo sát và danh mục thiết bị?",
    goOnNow: "Làm ngay",
    goOnLater: "Để sau",
    later: (id: string) => `Làm tiếp sau: qbrecover checklist --visit ${id}`,
  },
  en: {
    practiceProfile: "The practice profile is for the practice office only. Run: qbrecover practice",
    saved: (id) => `Saved as visit ${id}. For a report: qbrecover report`,
    goOn: "Go on to the survey and the damage checklist?",
    goOnNow: "Now",
    goOnLater: "Later",
    later: (id) => `To go on later: qbrecover checklist --visit ${id}`,
  },
});
