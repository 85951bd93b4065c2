import { bilingual } from "../base/languages.ts";

/** Live view while cables are being moved. */
export const watch = bilingual({
  vi: {
    started: (profile: string, seconds: number, minutes: number) =>
      `Đang theo dõi theo ${profile}, nhịp ${seconds} giây, tự dừng sau ${minutes} phút. Ctrl+C để dừng. Chỉ in ` +
      "những gì thay đổi.",
    link: (name: string) => `Dây/sóng của ${name}`,
    up: "có tín hiệu",
    down: "mất tín hiệu",
    off: "đang tắt",
    unknown: "không rõ",
    address: (name: string) => `Địa chỉ của ${name}`,
    noAddress: "chưa có",
    gateway: (address: string) => `Bộ định tuyến ${address}`,
    control: (label: string) => `Đích đối chứng ${label}`,
    reachable: "tới được",
    unreachable: "không tới được",
    resolver: (address: string) => `DNS ${address}`,
    answers: "trả lời",
    silent: "không trả lời",
    notTried: "chưa thử được",
    verdict: "Kết luận",
    healthyAgain: "Mọi thứ đã thông.",
    interval: "từ 1 đến 60 giây",
    minutes: "từ 0,1 đến 240 phút",
  },
  en: {
    started: (profile, seconds, minutes) =>
      `Watching by ${profile}, every ${seconds} s, stops by itself after ${minutes} min. Ctrl+C to stop. Only ` +
      "changes are printed.",
    link: (name) => `Link of ${name}`,
    up: "signal",
    down: "no signal",
    off: "switched off",
    unknown: "unknown",
    address: (name) => `Address of ${name}`,
    noAddress: "none yet",
    gateway: (address) => `Router ${address}`,
    control: (label) => `Control ${label}`,
    reachable: "reachable",
    unreachable: "not reachable",
    resolver: (address) => `DNS ${address}`,
    answers: "answers",
    silent: "silent",
    notTried: "not tried",
    verdict: "Verdict",
    healthyAgain: "Everything works.",
    interval: "1 to 60 seconds",
    minutes: "0.1 to 240 minutes",
  },
});
