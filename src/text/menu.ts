import { bilingual } from "../base/languages.ts";

/** The menu of a bare `qbrecover` in a terminal. */
export const menu = bilingual({
  vi: {
    title: "qbrecover – chọn việc cần làm",
    scan: "An toàn điện, kiểm tra mạng tại đây, rồi khảo sát và thiết bị",
    checklist: "Làm tiếp hoặc mở phiếu khảo sát, danh mục thiết bị",
    report: "Xem báo cáo của lượt mới nhất",
    visits: "Các lượt đã lưu",
    watch: "Theo dõi khi đang cắm lại dây",
    practice: "Văn phòng luyện tập trên máy này",
    help: "Hướng dẫn",
    quit: "Thoát",
    keys: "↑ ↓ để chọn · Enter để chạy · Ctrl+C để thoát",
  },
  en: {
    title: "qbrecover – what is to be done?",
    scan: "Electrical safety, the network here, then survey and devices",
    checklist: "Resume or open the survey and damage checklist",
    report: "Show the report of the newest visit",
    visits: "Stored visits",
    watch: "Watch while cables are being moved",
    practice: "Practice office on this machine",
    help: "Help",
    quit: "Quit",
    keys: "↑ ↓ to move · Enter to run · Ctrl+C to quit",
  },
});
