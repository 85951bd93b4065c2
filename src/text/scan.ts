import { bilingual } from "../base/languages.ts";

/** What the scan command says beside the verdict. */
export const scan = bilingual({
  vi: {
    practiceProfile: "Hồ sơ practice chỉ dùng cho văn phòng luyện tập. Chạy: qbrecover practice",
    practiceVisit: (id: string) => `Lượt ${id} là luyện tập: không ghi kết quả thật vào đó. Bỏ --visit để mở lượt mới.`,
    saved: (id: string) => `Đã lưu lượt ${id}. Xuất báo cáo: qbrecover report`,
    gateByBattery: "Kiểm tra mạng bằng pin của laptop: không cắm sạc, không bật thiết bị nào",
    gateNotAsked: "Không lưu lượt nên không hỏi an toàn điện. Chưa chắc an toàn thì chạy bằng pin, không cắm điện gì.",
    gateKnown: (place: string, age: string) =>
      `An toàn điện đã trả lời ${age}${place === "" ? "" : ` (${place})`}. Có còn đúng ở đây, lúc này?`,
    gateKeep: "Còn đúng, dùng lại",
    gateAskAgain: "Trả lời lại",
    gateStopped: (id: string) => `Đã lưu. Làm tiếp: qbrecover scan --visit ${id}`,
    goOn: "Làm tiếp phiếu khảo sát và danh mục thiết bị?",
    goOnNow: "Làm ngay",
    goOnLater: "Để sau",
    later: (id: string) => `Làm tiếp sau: qbrecover checklist --visit ${id}`,
  },
  en: {
    practiceProfile: "The practice profile is for the practice office only. Run: qbrecover practice",
    practiceVisit: (id) =>
      `Visit ${id} is an exercise: nothing real is written into it. Leave --visit out to begin a new one.`,
    saved: (id) => `Saved as visit ${id}. For a report: qbrecover report`,
    gateByBattery: "Check the network by the laptop's battery: no charger, switch nothing on",
    gateNotAsked:
      "The visit is not saved, so the safety questions are not put. If in doubt use the battery, plug nothing in.",
    gateKnown: (place, age) =>
      `The safety questions were answered ${age}${place === "" ? "" : ` (${place})`}. Does it still hold, here and now?`,
    gateKeep: "It still holds, use it",
    gateAskAgain: "Answer again",
    gateStopped: (id) => `Saved. Go on with: qbrecover scan --visit ${id}`,
    goOn: "Go on to the survey and the damage checklist?",
    goOnNow: "Now",
    goOnLater: "Later",
    later: (id) => `To go on later: qbrecover checklist --visit ${id}`,
  },
});
