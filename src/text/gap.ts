import { bilingual } from "../base/languages.ts";

/** Closing the gap on site: asking for the addresses that the profile does not know. */
export const gap = bilingual({
  vi: {
    offer: (count: number) => `Còn ${count} hệ thống chưa có địa chỉ. Nhập ngay, mỗi hệ thống chừng mười giây?`,
    now: "Nhập ngay",
    later: "Để sau",
    which: (at: number, count: number, name: string) =>
      `[${at}/${count}] ${name}: cơ quan vẫn mở ở địa chỉ nào trong trình duyệt?`,
    paste: "Dán địa chỉ",
    reuse: (address: string, site: string, date: string) => `Dùng ${address} (${site}, ${date})`,
    anotherSite: "nơi khác",
    fromProfile: (address: string) => `Thử ${address} (có trong hồ sơ, chưa xác minh)`,
    notUsed: "Không dùng ở đây",
    leave: "Chưa biết, để sau",
    address: (name: string) => `${name} – địa chỉ`,
    addressHint:
      "Chỉ giữ giao thức, tên máy chủ, cổng và đường dẫn; không giữ tài khoản hay phần sau dấu ?. " +
      "Dán bằng Ctrl+Shift+V hoặc chuột phải.",
    trying: (address: string) => `Đang thử ${address} …`,
    tried: (address: string, says: string) => `${address}: ${says}`,
    didNotWork: "Địa chỉ này chưa vào được. Làm gì?",
    again: "Nhập lại",
    keep: "Địa chỉ đúng rồi, giữ lại",
    drop: "Bỏ địa chỉ này",
    rescan: "Kiểm tra lại toàn bộ với các địa chỉ vừa nhập.",
    batch: (sets: string) =>
      `Chưa có địa chỉ nên chưa kết luận được. Bổ sung: ${sets} (không dùng ở đây: none thay cho địa chỉ).`,
    placeholder: "ĐỊA_CHỈ",
    provided: "do cơ quan cung cấp",
  },
  en: {
    offer: (count) => `${count} systems have no address yet. Enter them now, some ten seconds each?`,
    now: "Now",
    later: "Later",
    which: (at, count, name) => `[${at}/${count}] ${name}: at which address does the office open it in its browser?`,
    paste: "Paste the address",
    reuse: (address, site, date) => `Use ${address} (${site}, ${date})`,
    anotherSite: "elsewhere",
    fromProfile: (address) => `Try ${address} (in the profile, not verified)`,
    notUsed: "Not used here",
    leave: "Not known, later",
    address: (name) => `${name} – address`,
    addressHint:
      "Only scheme, host, port and path are kept; no account, nothing after a question mark. " +
      "Paste with Ctrl+Shift+V or the right mouse button.",
    trying: (address) => `Trying ${address} …`,
    tried: (address, says) => `${address}: ${says}`,
    didNotWork: "This address does not open. What now?",
    again: "Enter it again",
    keep: "The address is right, keep it",
    drop: "Drop it",
    rescan: "Checking everything again with the addresses just entered.",
    batch: (sets) =>
      `Without an address nothing can be concluded. Add: ${sets} (not used here: none in place of the address).`,
    placeholder: "ADDRESS",
    provided: "given by the office",
  },
});
