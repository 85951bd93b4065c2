import type { Causes } from "./shape.ts";

/** Servers that answer, and say no; ways that lose a part of what is sent. */
export const refusalCauses = {
  LOGIN_WANTED: {
    culprit: "server",
    mender: "technician",
    vi: {
      title: "Hệ thống tới được và đòi đăng nhập: {hosts}",
      explanation: "{hosts} tới được và đòi tên, mật khẩu ngay khi mở (mã {statuses})[[: {wants}]]; đường truyền tốt.",
      remedy: ["Mở trang bằng trình duyệt và đăng nhập bằng tài khoản của cán bộ."],
      tell: "Trang {places} tới được và đòi đăng nhập (mã {statuses}); đang thử bằng tài khoản của cán bộ.",
    },
    en: {
      title: "Reachable, and wants a log-in: {hosts}",
      explanation:
        "{hosts} can be reached and asks for name and password at once (status {statuses})[[: {wants}]]; the line is fine.",
      remedy: ["Open the page in a browser and log in with the officer's account."],
      tell: "{places} can be reached and wants a log-in (status {statuses}); it is being tried with an account.",
    },
  },
  REQUEST_REFUSED: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ không nhận yêu cầu (mã {statuses}): {hosts}",
      explanation:
        "{hosts} tới được và không nhận yêu cầu: mã {statuses}[[, nghĩa là {meaning}]]; đường truyền và máy chủ đều chạy.",
      remedy: [
        "Mở trang bằng trình duyệt: mở được là chỉ chương trình kiểm tra bị từ chối.",
        "Không mở được: báo đơn vị quản lý hệ thống kèm mã; chờ thêm không tự hết.",
      ],
      tell: "Hệ thống {places} trả lời mã {statuses}[[ ({meaning})]]. Đề nghị cho biết địa chỉ hoặc quyền đúng.",
    },
    en: {
      title: "The server does not take the request (status {statuses}): {hosts}",
      explanation:
        "{hosts} can be reached and does not take the request: status {statuses}[[, that is: {meaning}]]; line and server " +
        "run.",
      remedy: [
        "Open the page in a browser: if it opens, only this program is turned away.",
        "If not, tell the system's owner the status; waiting does not mend it.",
      ],
      tell: "System {places} answers with status {statuses}[[ ({meaning})]]. Please tell us the right address or grant access.",
    },
  },
  ANSWER_BROKEN_OFF: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Kết nối bị ngắt giữa chừng, không có trả lời trọn vẹn: {hosts}",
      explanation:
        "{hosts} nhận kết nối và yêu cầu rồi ngắt ở bước {stage} ({code})[[, sau {bytes} byte của trang]]: dịch vụ bị lỗi, " +
        "hoặc có bộ lọc trên đường.",
      remedy: [
        "Chạy kiểm tra lại một lần.",
        "Thử trang đó bằng 4G: mở được là bộ lọc trên đường dây này, không mở được là máy chủ.",
        "Báo đơn vị quản lý hệ thống.",
      ],
      tell: "Máy chủ {places} nhận yêu cầu rồi ngắt kết nối ({code}). Đề nghị kiểm tra dịch vụ.",
    },
    en: {
      title: "The connection ends without a whole answer: {hosts}",
      explanation:
        "{hosts} takes connection and request and ends it at the step {stage} ({code})[[, after {bytes} bytes of its page]]: " +
        "the service is broken, or something on the way filters.",
      remedy: [
        "Scan once more.",
        "Try the page over 4G: if it opens, this line filters it; if not, it is the server.",
        "Tell the system's owner.",
      ],
      tell: "Server {places} takes the request and ends the connection ({code}). Please check the service.",
    },
  },
  MAIL_REFUSED: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ thư từ chối ngay lời chào: {hosts}",
      explanation: "Máy chủ thư {hosts} tới được và từ chối chính địa chỉ mạng của trụ sở này; máy chủ nói: {said}.",
      remedy: [
        "Mã bắt đầu bằng 4: chờ vài phút rồi thử lại; bằng 5: báo đơn vị quản lý kèm nguyên câu của máy chủ.",
        "Trong lúc chờ: dùng thư qua trang web.",
      ],
      tell: "Máy chủ thư {places} từ chối chúng tôi: {said}. Đề nghị gỡ chặn địa chỉ của trụ sở.",
    },
    en: {
      title: "The mail server refuses at its greeting: {hosts}",
      explanation: "Mail server {hosts} can be reached and refuses this office's network address; it says: {said}.",
      remedy: [
        "A code that begins with 4: wait some minutes and try again; with 5: tell its owner the server's own words.",
        "Meanwhile use web mail.",
      ],
      tell: "Mail server {places} refuses us: {said}. Please take our address off the list.",
    },
  },
  PORT_LOSSY: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Gói tin của cổng {port} bị mất trên đường truyền",
      explanation:
        "Kết nối tới cổng {port} của {count} địa chỉ khác nhau mất từ một giây trở lên hoặc treo giữa chừng, cổng khác " +
        "({through}) đến cùng lúc không mất gói nào: có thiết bị trên đường làm rơi hoặc bóp riêng cổng này.",
      remedy: [
        "Khởi động lại modem; tắt lọc web, QoS, kiểm soát trẻ em trên modem.",
        "Thử bằng 4G: tốt là đường dây này.",
        "Báo nhà mạng, đọc câu dưới.",
      ],
      tell:
        "Gói tin cổng {port} của đường truyền chúng tôi bị mất nhiều ({count} địa chỉ), cổng {through} không mất. Đề nghị " +
        "kiểm tra thiết bị lọc, bóp băng thông.",
    },
    en: {
      title: "Packets of port {port} get lost on the way",
      explanation:
        "Connections to port {port} of {count} addresses take a second or more, or hang half-way, while other ports " +
        "({through}) lose nothing at the same time: something on the way drops or throttles this port.",
      remedy: [
        "Restart the router; switch off its web filter, QoS and parental control.",
        "Compare over 4G: if it works there, this line is the reason.",
        "Read the line below to the carrier.",
      ],
      tell:
        "Our line loses many packets of port {port} ({count} addresses) and none of port {through}. Please check filters " +
        "and traffic shaping.",
    },
  },
} as const satisfies Causes;
