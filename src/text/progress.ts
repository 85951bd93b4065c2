import { bilingual } from "../base/languages.ts";

/** What a running scan says of itself, on stderr. */
export const progress = bilingual({
  vi: {
    start: (profile: string) => `Đang kiểm tra theo hồ sơ: ${profile}`,
    working: (done: number, total: number, what: string) => `[${done}/${total}] ${what}`,
    firstWord: (cause: string, mender: string) => `Thấy ngay: ${cause}. Ai sửa: ${mender}. Đang đo tiếp…`,
    firstGood: "Mọi hệ thống cần dùng đều vào được. Đang đo chất lượng đường truyền…",
    changed: "Trong lúc đo có thay đổi; kết luận dưới đây thay cho câu trên.",
    stopped: "Đã dừng. Những gì đã thu được vẫn được giữ.",
    recordWritten: (file: string) => `Đã ghi bằng chứng: ${file}`,
    recordFailed: (file: string, code: string) => `--record: không ghi được ${file} (${code})`,
    deadline: "số giây từ 1 đến 120",
  },
  en: {
    start: (profile) => `Checking by profile: ${profile}`,
    working: (done, total, what) => `[${done}/${total}] ${what}`,
    firstWord: (cause, mender) => `Seen at once: ${cause}. Who mends it: ${mender}. Still measuring…`,
    firstGood: "Every system needed can be reached. Measuring the line…",
    changed: "Something changed while measuring; the verdict below replaces the line above.",
    stopped: "Stopped. What was gathered is kept.",
    recordWritten: (file) => `Evidence written: ${file}`,
    recordFailed: (file, code) => `--record: cannot write ${file} (${code})`,
    deadline: "seconds from 1 to 120",
  },
});

/** What each stage of a scan has done, under its name in collect/context/stages. */
export const stages = bilingual({
  vi: {
    laptop: "đã đọc card mạng, địa chỉ, tuyến, DNS của máy",
    gateway: "đã xem bộ định tuyến",
    dns: "đã hỏi các máy chủ DNS",
    controls: "đã thử các đích đối chứng",
    page: "đã mở trang đối chứng",
    proxy: "đã thử proxy",
    systems: "đã thử các hệ thống",
    agents: "đã tìm dịch vụ ký trên máy",
    stun: "đã thử đường họp trực tuyến (UDP)",
    mtu: "đã đo cỡ gói tin",
    line: "đã đo chất lượng đường truyền",
    ownNetwork: "đã đo chất lượng mạng nội bộ",
    path: "đã dò đường đi",
    sweep: "đã dò thiết bị trong mạng",
    inventory: "đã xem máy tính này",
    after: "đã đọc lại card mạng",
  },
  en: {
    laptop: "read adapters, addresses, routes and DNS of this computer",
    gateway: "looked at the router",
    dns: "asked the DNS servers",
    controls: "tried the control targets",
    page: "opened the control page",
    proxy: "tried the proxy",
    systems: "tried the systems",
    agents: "looked for signing services of this computer",
    stun: "tried the way of video meetings (UDP)",
    mtu: "measured packet sizes",
    line: "measured the line",
    ownNetwork: "measured the own network",
    path: "followed the way",
    sweep: "looked for devices in the network",
    inventory: "looked at this computer",
    after: "read the adapters again",
  },
});
