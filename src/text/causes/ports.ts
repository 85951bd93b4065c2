import type { Causes } from "./shape.ts";

/** Doors that are shut on the way: single ports, or all but one. */
export const portCauses = {
  PORT_443_BLOCKED: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Cổng 443 (HTTPS) bị chặn",
      explanation: "Cổng 443 của {count} địa chỉ đều không mở được, còn cổng {through} vẫn thông.",
      remedy: [
        "Thử bằng máy khác: máy khác vào được là do tường lửa hoặc phần mềm diệt vi-rút trên máy này.",
        "Hỏi cơ quan có dùng proxy không: có thì đặt proxy cho máy, cổng 443 đóng là chủ ý.",
        "Vào trang modem: xóa quy tắc tường lửa hoặc kiểm soát của phụ huynh chặn cổng 443.",
        "Khởi động lại modem, chạy kiểm tra lại.",
        "Vẫn chặn: báo nhà mạng.",
      ],
      tell:
        "Từ trụ sở chúng tôi, cổng TCP 443 ra mọi địa chỉ ({count} địa chỉ) đều bị chặn, còn cổng {through} thông. " +
        "Đề nghị kiểm tra bộ lọc.",
    },
    en: {
      title: "Port 443 (HTTPS) is blocked",
      explanation: "Port 443 opens at none of {count} addresses, while port {through} gets through.",
      remedy: [
        "Try another computer: if it works there, this one's own firewall or antivirus blocks.",
        "Ask whether the office uses a proxy: then set it on the computer; port 443 is shut on purpose.",
        "In the router's page remove the firewall or parental rule for port 443.",
        "Restart the router and scan again.",
        "If it is still shut, call the carrier.",
      ],
      tell:
        "From our office TCP port 443 is shut to every address ({count} tried), while port {through} works. Please " +
        "check the filters.",
    },
  },
  PORT_80_BLOCKED: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Cổng 80 (HTTP) bị chặn",
      explanation:
        "Cổng 80 của {count} địa chỉ đều không mở được, còn cổng khác thông; ký số và tra chứng thư cần cổng này.",
      remedy: [
        "Vào trang modem hoặc tường lửa: bỏ quy tắc chặn cổng 80 chiều ra.",
        "Chạy kiểm tra lại.",
        "Vẫn chặn: báo nhà mạng.",
      ],
      tell: "Từ trụ sở chúng tôi, cổng TCP 80 ra ngoài bị chặn, cổng 443 thông. Ký số cần cổng 80; đề nghị mở.",
    },
    en: {
      title: "Port 80 (HTTP) is blocked",
      explanation:
        "Port 80 opens at none of {count} addresses, other ports do; signing and certificate checks need it.",
      remedy: [
        "In the router or firewall remove the outgoing rule for port 80.",
        "Scan again.",
        "If it is still shut, call the carrier.",
      ],
      tell:
        "From our office outgoing TCP port 80 is blocked while 443 works. Digital signing needs port 80; please " +
        "open it.",
    },
  },
  ONLY_DNS_PASSES: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Chỉ phân giải tên được, mọi kết nối khác bị chặn",
      explanation:
        "Tên miền phân giải được[[ và trang thử Internet ({page}) mở được]][[, trang http nào cũng chỉ có một câu trả lời " +
        "trống (mã {status})]], nhưng không kết nối nào khác mở được đến {count} địa chỉ đã thử: modem hoặc nhà mạng khóa đường truyền (chưa đăng nhập, chưa nộp cước).",
      remedy: [
        "Khởi động lại modem; xem tường lửa, lọc MAC, giới hạn thiết bị trên modem.",
        "Hỏi nhà mạng đường truyền có bị tạm khóa không.",
      ],
      tell:
        "Đường truyền phân giải được tên miền nhưng không mở được kết nối nào ({count} địa chỉ). Đề nghị kiểm tra " +
        "thuê bao có bị khóa không.",
    },
    en: {
      title: "Names resolve, every connection is blocked",
      explanation:
        "Names resolve[[ and the page that tests for the Internet ({page}) opens]][[, every http page is one and the same " +
        "empty answer (status {status})]], and no other connection opens to any of the {count} addresses tried: the router or the carrier locks the line (no log-in, unpaid fees).",
      remedy: [
        "Restart the router; look at its firewall, MAC filter and device limits.",
        "Ask the carrier whether the line is suspended.",
      ],
      tell:
        "Our line resolves names but opens no connection ({count} addresses). Please check whether the " +
        "subscription is suspended.",
    },
  },
  PORT_BLOCKED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Cổng {ports} bị chặn",
      explanation: "{hosts} còn sống nhưng cổng {ports} im lặng.",
      remedy: [
        "Xem tường lửa của modem có chặn cổng {ports}.",
        "Thử bằng 4G để so sánh.",
        "Báo nhà mạng, rồi báo đơn vị quản lý hệ thống.",
      ],
      tell: "Từ trụ sở chúng tôi cổng {ports} đến {places} không có trả lời, cổng khác tốt. Đề nghị kiểm tra.",
    },
    en: {
      title: "Port {ports} is blocked",
      explanation: "{hosts} is alive and its port {ports} is silent.",
      remedy: [
        "See whether the router's firewall blocks port {ports}.",
        "Compare over 4G.",
        "Call the carrier, then the system's owner.",
      ],
      tell: "From our office port {ports} to {places} gets no answer while others do. Please check.",
    },
  },
  MAIL_PORT_BLOCKED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Cổng thư điện tử bị chặn",
      explanation: "Cổng {ports} đến {hosts} im lặng trong khi web vẫn tốt: chương trình thư không gửi nhận được.",
      remedy: [
        "Dùng thư trên trình duyệt trong lúc chờ.",
        "Xem tường lửa của modem có chặn cổng {ports}.",
        "Báo nhà mạng, đọc câu dưới.",
      ],
      tell: "Từ trụ sở chúng tôi cổng {ports} đến {places} bị chặn, web vẫn tốt. Đề nghị mở cho thư công vụ.",
    },
    en: {
      title: "The mail ports are blocked",
      explanation: "Port {ports} to {hosts} is silent while the web works: mail programs neither send nor fetch.",
      remedy: [
        "Use webmail meanwhile.",
        "See whether the router's firewall blocks port {ports}.",
        "Call the carrier and read out the line below.",
      ],
      tell: "From our office port {ports} to {places} is blocked while the web works. Please open it for official mail.",
    },
  },
  UDP_BLOCKED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "UDP bị chặn",
      explanation: "{sent} gói UDP đến {servers} không có trả lời, TCP vẫn tốt: họp trực tuyến kém hoặc không được.",
      remedy: [
        "Xem tường lửa của modem có chặn UDP.",
        "Họp bằng trình duyệt (cổng 443) trong lúc chờ.",
        "Báo nhà mạng. Phòng họp trên mạng chuyên dùng không bị ảnh hưởng.",
      ],
      tell: "Từ trụ sở chúng tôi UDP đến {servers} không có trả lời ({sent} gói), TCP tốt. Đề nghị kiểm tra bộ lọc.",
    },
    en: {
      title: "UDP is blocked",
      explanation:
        "None of {sent} UDP packets to {servers} was answered while TCP works: online meetings are poor or impossible.",
      remedy: [
        "See whether the router's firewall blocks UDP.",
        "Meet in a browser (port 443) meanwhile.",
        "Call the carrier. Rooms on the government's own network are not affected.",
      ],
      tell: "From our office UDP to {servers} gets no answer ({sent} packets), TCP works. Please check your filters.",
    },
  },
  SIGNING_BLOCKED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Không tới được dịch vụ ký số",
      explanation:
        "Dấu thời gian và tra chứng thư ({hosts}, cổng {port}) đều không tới được trong khi web vẫn tốt: duyệt " +
        "web được nhưng ký số thất bại.",
      remedy: [
        "Xem modem, tường lửa, proxy có chỉ cho cổng 443 đi qua; mở cổng 80 đến {hosts}.",
        "Thử bằng 4G để so sánh.",
        "Báo nhà mạng; nếu 4G cũng không được thì báo đơn vị cấp chứng thư.",
      ],
      tell:
        "Từ trụ sở chúng tôi cổng {port} đến {places} không tới được, web vẫn tốt. Ký số cần các địa chỉ này; đề " +
        "nghị kiểm tra.",
    },
    en: {
      title: "The signing services are out of reach",
      explanation:
        "Time stamps and certificate status ({hosts}, port {port}) cannot be reached while the web works: " +
        "browsing is fine, signing fails.",
      remedy: [
        "See whether router, firewall or proxy let only port 443 through; open port 80 to {hosts}.",
        "Compare over 4G.",
        "Call the carrier; if 4G fails too, tell the certificate authority.",
      ],
      tell:
        "From our office port {port} to {places} cannot be reached while the web works. Digital signing needs it; " +
        "please check.",
    },
  },
} as const satisfies Causes;
