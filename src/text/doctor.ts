import { bilingual } from "../base/languages.ts";

/** `qbrecover doctor`. */
export const doctor = bilingual({
  vi: {
    what: "Mục",
    native: "Công cụ đọc được",
    system: "Lệnh của hệ thống cho biết",
    state: "Kết quả",
    none: "không có",
    sound: "Máy và bản cài đặt này dùng được.",
    unsound: (count: number) =>
      `${String(count)} mục cần xem lại. Gửi kèm tệp của doctor --record khi hỏi người hỗ trợ.`,
    recorded: (file: string) => `Đã ghi mọi điều đọc được vào ${file}; không có mật khẩu trong đó.`,
  },
  en: {
    what: "What",
    native: "Read by this tool",
    system: "Said by the system's commands",
    state: "Result",
    none: "none",
    sound: "This laptop and this installation are fit for use.",
    unsound: (count) =>
      `${count === 1 ? "One line needs" : `${String(count)} lines need`} a look. Send the file of doctor --record when you ask for help.`,
    recorded: (file) => `Everything that was read is in ${file}; there is no password in it.`,
  },
});

/** What a line of the doctor's table is about. */
export const doctorRows = bilingual({
  vi: {
    addresses: "Địa chỉ",
    gateway: "Bộ định tuyến",
    neighbours: "Máy lân cận",
    resolvers: "Máy chủ DNS",
    proxy: "Proxy",
    runtime: "Môi trường chạy",
    native: "Gọi thẳng hệ thống",
    icmp: "Gói thử ICMP",
    datagrams: "Gói tin UDP tự gửi",
    certificates: "Kho chứng thư",
    clock: "Đồng hồ",
    profile: "Hồ sơ hệ thống",
    writeSpeed: "Tốc độ ghi",
    fullSync: "Ghi chắc xuống đĩa",
    freeSpace: "Chỗ trống",
  },
  en: {
    addresses: "Address",
    gateway: "Router",
    neighbours: "Neighbours",
    resolvers: "DNS servers",
    proxy: "Proxy",
    runtime: "Runtime",
    native: "Native calls",
    icmp: "ICMP echo",
    datagrams: "Own UDP datagrams",
    certificates: "Certificate store",
    clock: "Clock",
    profile: "Profile",
    writeSpeed: "Write speed",
    fullSync: "Full sync",
    freeSpace: "Free space",
  },
});

/** How it stands. */
export const doctorStates = bilingual({
  vi: {
    agrees: "khớp",
    differs: "KHÁC NHAU",
    alone: "chỉ một nguồn",
    ok: "tốt",
    problem: "CÓ VẤN ĐỀ",
    unknown: "KHÔNG RÕ",
  },
  en: {
    agrees: "agrees",
    differs: "DIFFERS",
    alone: "one source only",
    ok: "good",
    problem: "PROBLEM",
    unknown: "UNKNOWN",
  },
});
