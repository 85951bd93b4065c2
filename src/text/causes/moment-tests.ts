/** The cheap tests between what changed for a moment, names that are answered falsely, and filters by name; see tests.ts. */
export const MOMENT_TESTS = {
  "LINE_INTERRUPTED/LINK_INTERRUPTED": {
    vi: "Mở trang quản trị của modem: mở được là đường truyền sau modem; không mở được là dây, bộ chuyển mạch hoặc modem.",
    en: "Open the router's own page: if it opens, it was the line behind it; if not, the cable, the switch or the router.",
  },
  "DNS_FORGED/DNS_NAME_MISSING": {
    vi: "Mở trang bằng 4G của nhà mạng khác: mở được là trả lời DNS bị giả mạo trên đường này; không được là tên đã bị gỡ.",
    en: "Open the page over another carrier's mobile data: if it opens, answers are forged here; if not, the name is gone.",
  },
  "DNS_FORGED/DNS_HIJACK": {
    vi: "Bật DNS mã hóa (DoH) trong trình duyệt: mở được mà đổi DNS thường không được là trả lời bị giả mạo trên đường.",
    en:
      "Switch encrypted DNS (DoH) on in the browser: if that helps and another plain DNS does not, answers are forged on " +
      "the way.",
  },
  "DNS_RESOLVER_SILENT/LOCAL_DNS_DEAD": {
    vi: "Đặt DNS của card mạng là tự động: hết lỗi là chương trình DNS trên máy này; không hết là máy chủ phân giải.",
    en: "Set the adapter's DNS to automatic: if that mends it, it was this computer's own DNS program.",
  },
  "SERVER_SLOW/SNI_BLOCKED": {
    vi: "Mở trang bằng 4G của nhà mạng khác: nhanh là đường này bóp băng thông theo tên; chậm như cũ là máy chủ.",
    en:
      "Open the page over another carrier's mobile data: if it is quick, this line slows that name down; if not, it is the " +
      "server.",
  },
  "BAD_REPLY/SNI_BLOCKED": {
    vi: "Mở trang bằng 4G của nhà mạng khác: mở được là bộ lọc trên đường này; lỗi như cũ là máy chủ.",
    en: "Open the page over another carrier's mobile data: if it opens, a filter on this line cuts it; if not, the server.",
  },
  "GATEWAY_DOWN/LINK_INTERRUPTED": {
    vi: "Nhìn đèn ở cổng mạng của máy này: tắt là dây hoặc bộ chuyển mạch, sáng mà modem không đáp là modem.",
    en: "Look at the lamp of this computer's port: dark means cable or switch; lit, with a silent router, means the router.",
  },
  "LINE_DOWN/LINE_INTERRUPTED": {
    vi: "Chạy kiểm tra lại: vẫn mất là đường truyền đứt hẳn; tốt là vừa chập chờn.",
    en: "Scan again: if it is still gone, the line is down; if all is well, it only dropped for a moment.",
  },
  "DATACENTRE_DOWN/LINE_INTERRUPTED": {
    vi: "Chạy kiểm tra lại: hệ thống tỉnh vẫn mất là lỗi ở trung tâm dữ liệu.",
    en: "Scan again: if the province's systems are still gone, it is the data centre.",
  },
  "DUPLICATE_IP/LINK_INTERRUPTED": {
    vi: "Đặt tạm địa chỉ khác trong cùng dải: hết lỗi là hai máy trùng địa chỉ; vẫn mất là dây, bộ chuyển mạch hoặc modem.",
    en:
      "Set another address of the same range for a moment: if all is well, two machines share one; if not, it is the cable, " +
      "the switch or the router.",
  },
  "CAPTIVE_PORTAL/ONLY_DNS_PASSES": {
    vi: "Mở một trang http:// bất kỳ bằng trình duyệt: ra trang đăng nhập là cổng đăng nhập của mạng.",
    en: "Open any http:// page in a browser: a log-in page means the network's portal.",
  },
  "ANSWER_BROKEN_OFF/SNI_BLOCKED": {
    vi: "Thử trang đó bằng 4G: mở được là có bộ lọc trên đường dây này, không mở được là máy chủ.",
    en: "Try the page over 4G: if it opens, this line filters it; if not, it is the server.",
  },
  "LINE_LOSS/PORT_LOSSY": {
    vi: "Tải một trang http:// lớn: nhanh và trọn là chỉ cổng kia bị mất gói, cũng chậm là cả đường truyền.",
    en: "Load a large http:// page: quick and whole means that only that port loses packets; slow as well means the line.",
  },
} as const;
