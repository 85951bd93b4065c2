import type { Causes } from "./shape.ts";

/** The clock, and the proxy that the laptop is told to use. */
export const clockAndProxyCauses = {
  CLOCK_WRONG: {
    culprit: "clock",
    mender: "technician",
    vi: {
      title: "Đồng hồ của máy sai",
      explanation:
        "Đồng hồ máy {direction}[[ {partDays} ngày]][[ {partHours} giờ]][[ {partMinutes} phút]] so với {hosts}[[; lệch chẵn " +
        "{zoneHours} giờ thường là sai múi giờ]][[; dưới {withinHours} giờ thì trang vẫn mở, nhưng mã OTP, đăng nhập một lần " +
        "và dấu thời gian bị từ chối]][[; quá {overHours} giờ thì chứng thư của trang nào cũng có thể bị báo lỗi]].",
      remedy: [
        "[[Xem múi giờ trước (UTC+7 Hà Nội): lệch {zoneHours} giờ.]]",
        "Đặt lại ngày, giờ và múi giờ (UTC+7); bật đồng bộ giờ Internet.",
        "Nếu tắt máy lại sai: thay pin CMOS trên bo mạch.",
        "Chạy kiểm tra lại trước khi ký số.",
      ],
      tell:
        "Đồng hồ của máy sai[[ {partDays} ngày]][[ {partHours} giờ]][[ {partMinutes} phút]]; chứng thư của máy chủ không " +
        "hỏng vì lý do này.",
    },
    en: {
      title: "The computer's clock is wrong",
      explanation:
        "The clock is[[ {partDays} days]][[ {partHours} hours]][[ {partMinutes} minutes]] {direction} against {hosts}[[; " +
        "{zoneHours} whole hours are mostly a wrong time zone]][[; below {withinHours} hours pages open, and one-time " +
        "passwords, single sign-on and time stamps are refused]][[; beyond {overHours} hours every site's certificate may " +
        "look invalid]].",
      remedy: [
        "[[Look at the time zone first (UTC+7 Hanoi): it is {zoneHours} hours off.]]",
        "Set date, time and time zone (UTC+7); switch on Internet time.",
        "If it is wrong again after a power-off, replace the CMOS coin cell.",
        "Scan again before anything is signed.",
      ],
      tell:
        "The computer's clock is off by[[ {partDays} days]][[ {partHours} hours]][[ {partMinutes} minutes]]; the servers' " +
        "certificates are not at fault for that.",
    },
  },
  PROXY_DEAD: {
    culprit: "proxy",
    mender: "technician",
    vi: {
      title: "Proxy đã đặt không trả lời",
      explanation:
        "Máy được đặt đi qua proxy {proxy} ({source}) nhưng nơi đó không trả lời[[ ({mute} nhận kết nối rồi im lặng)]]; " +
        "không qua proxy thì vẫn đi được.",
      remedy: [
        "Tắt proxy trong cài đặt Internet của máy.",
        "Nếu cơ quan bắt buộc dùng proxy: kiểm tra máy chạy proxy còn bật không.",
        "Chạy kiểm tra lại.",
      ],
      tell: "Máy đang đặt proxy {proxy} đã chết; đường truyền vẫn tốt.",
    },
    en: {
      title: "The configured proxy does not answer",
      explanation:
        "The computer is told to use proxy {proxy} ({source}), which does not answer[[ ({mute} takes the connection and " +
        "stays silent)]]; without it the way is free.",
      remedy: [
        "Switch the proxy off in the Internet settings.",
        "If the office insists on a proxy, check that its machine is running.",
        "Scan again.",
      ],
      tell: "The computer is set to a dead proxy, {proxy}; the line is fine.",
    },
  },
  PROXY_REFUSES: {
    culprit: "proxy",
    mender: "technician",
    vi: {
      title: "Proxy từ chối chuyển tiếp",
      explanation:
        "Proxy {proxy} ({source}) có trả lời nhưng không cho đi tiếp[[ đến {names}, các trang khác vẫn qua được]][[ (mã " +
        "{status})]].",
      remedy: [
        "[[Nhờ người quản trị proxy cho phép {names}.]]",
        "Tắt proxy nếu không còn cần.",
        "Nếu cần: hỏi tên và mật khẩu, hoặc nhờ người quản trị proxy cho phép.",
        "Chạy kiểm tra lại.",
      ],
      tell: "Proxy {proxy} từ chối[[ {names}]][[ với mã {status}]]; cần quản trị proxy cho phép hoặc bỏ proxy.",
    },
    en: {
      title: "The proxy refuses to relay",
      explanation:
        "Proxy {proxy} ({source}) answers and does not let requests through[[ to {names}, while others pass]][[ (status " +
        "{status})]].",
      remedy: [
        "[[Ask the proxy's administrator to permit {names}.]]",
        "Switch the proxy off if it is no longer needed.",
        "Otherwise ask for its user name and password, or for permission.",
        "Scan again.",
      ],
      tell: "Proxy {proxy} refuses[[ {names}]][[ with status {status}]]; its administrator must permit it, or it must be removed.",
    },
  },
  PROXY_MISCONFIGURED: {
    culprit: "proxy",
    mender: "technician",
    vi: {
      title: "Cài đặt proxy viết sai",
      explanation: 'Giá trị proxy "{value}" ({source}) không đọc được, mỗi chương trình sẽ hiểu một kiểu.',
      remedy: ["Xóa cài đặt proxy này, hoặc viết lại dạng máy:cổng.", "Chạy kiểm tra lại."],
      tell: "Cài đặt proxy trên máy viết sai; sửa tại máy là đủ.",
    },
    en: {
      title: "The proxy setting cannot be read",
      explanation: 'The proxy value "{value}" ({source}) is malformed; each program will take it differently.',
      remedy: ["Remove the setting, or write it as host:port.", "Scan again."],
      tell: "The proxy setting on the computer is malformed; mending it there is enough.",
    },
  },
} as const satisfies Causes;
