import type { Causes } from "./shape.ts";

/** Servers that answer, and not in the way in which a program or a browser of today can go on. */
export const answerCauses = {
  MAIL_WITHOUT_TLS: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ thư không mời mã hóa: {hosts}",
      explanation:
        "{places} nhận thư mà không mời mã hóa (STARTTLS): máy chủ đặt sai, hoặc thiết bị trên đường đã gỡ lời mời; mật khẩu " +
        "thư có thể bị đọc.",
      remedy: [
        "Trong chương trình thư dùng cổng 465 (TLS) thay cho 587.",
        "Thử bằng 4G: có STARTTLS là thiết bị trên đường này gỡ; báo đơn vị quản lý hệ thống hoặc nhà mạng.",
      ],
      tell: "Máy chủ thư {places} không mời STARTTLS. Đề nghị bật mã hóa.",
    },
    en: {
      title: "The mail server offers no encryption: {hosts}",
      explanation:
        "{places} takes mail and does not offer encryption (STARTTLS): a wrong setting of the server, or something on the way " +
        "removed the offer; mail passwords can be read.",
      remedy: [
        "Use port 465 (TLS) in the mail program instead of 587.",
        "Try mobile data: if STARTTLS is offered there, something on this line removes it; tell the owner or the carrier.",
      ],
      tell: "Mail server {places} does not offer STARTTLS. Please switch encryption on.",
    },
  },
  CLIENT_CERTIFICATE_NEEDED: {
    culprit: "server",
    mender: "technician",
    vi: {
      title: "Cần chứng thư của người dùng (USB Token): {hosts}",
      explanation:
        "{hosts} tới được và đòi chứng thư của người dùng, chương trình này không có; đường truyền và máy chủ đều tốt.",
      remedy: [
        "Cắm USB Token của cán bộ, mở trang bằng trình duyệt và chọn chứng thư.",
        "Trình duyệt không hỏi chứng thư: cài lại phần mềm của USB Token.",
      ],
      tell: "Trang {places} tới được và đòi chứng thư người dùng; cần thử bằng USB Token của cán bộ.",
    },
    en: {
      title: "The user's certificate (USB token) is needed: {hosts}",
      explanation:
        "{hosts} can be reached and asks for the user's certificate, which this program does not have; line and server " +
        "are fine.",
      remedy: [
        "Plug in the officer's USB token, open the page in a browser and choose the certificate.",
        "If the browser does not ask, install the token's software again.",
      ],
      tell: "{places} can be reached and asks for a user's certificate; it has to be tried with the officer's token.",
    },
  },
  PROGRAM_REFUSED: {
    culprit: "server",
    mender: "technician",
    vi: {
      title: "Máy chủ không tiếp chương trình kiểm tra: {hosts}",
      explanation:
        "{hosts} tới được nhưng máy chủ, hoặc lá chắn trước nó, chỉ tiếp trình duyệt (mã {status})[[; hỏi theo cách của " +
        "trình duyệt thì được mã {asBrowser}]].",
      remedy: ["Mở {pages} bằng trình duyệt: mở được là hệ thống dùng được."],
      tell: "Trang {places} trả lời mã {status} cho chương trình kiểm tra; đang thử bằng trình duyệt.",
    },
    en: {
      title: "The server turns this program away: {hosts}",
      explanation:
        "{hosts} can be reached, and the server, or a shield before it, lets browsers in only (status {status})[[; asked " +
        "as a browser asks, it answers {asBrowser}]].",
      remedy: ["Open {pages} in a browser: if the page comes, the system can be used."],
      tell: "{places} answers {status} to the test program; it is being tried in a browser.",
    },
  },
  SENT_TO_PLAIN_HTTP: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Trang mã hóa bị đẩy xuống trang không mã hóa: {hosts}",
      explanation:
        "{hosts} được mở bằng https rồi bị chuyển sang {location}: mật khẩu gõ ở đó đi trên đường mà ai cũng đọc được.",
      remedy: ["Không gõ mật khẩu ở trang không có ổ khóa.", "Báo đơn vị quản lý hệ thống."],
      tell: "Trang https {hosts} chuyển người dùng sang {location} không mã hóa. Đề nghị sửa.",
    },
    en: {
      title: "An encrypted page sends people to a plain one: {hosts}",
      explanation:
        "{hosts} is opened over https and sends on to {location}: passwords typed there travel where everybody can read " +
        "them.",
      remedy: ["Type no password into a page without the lock.", "Tell the system's owner."],
      tell: "The https page of {hosts} sends people to {location}, which is not encrypted. Please mend it.",
    },
  },
  LARGE_HELLO_LOST: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Đường truyền không cho gói chào TLS lớn của trình duyệt mới đi qua",
      explanation:
        "Trình duyệt đời mới mở đầu TLS bằng một gói chào dài hai gói tin (khóa hậu lượng tử). Với {hosts} gói ấy bị mất " +
        "hoặc bị cắt, gói chào ngắn thì qua được.",
      remedy: [
        "Cập nhật phần sụn của modem hoặc tường lửa, khởi động lại rồi kiểm tra lại.",
        "Trong lúc chờ: tắt khóa hậu lượng tử của trình duyệt (chính sách PostQuantumKeyAgreementEnabled = 0).",
        "Chỉ một máy chủ bị: báo đơn vị quản lý hệ thống; nhiều máy chủ: báo nhà mạng, đọc câu dưới.",
      ],
      tell:
        "Gói ClientHello của TLS dài hơn một gói tin tới {places} bị mất, gói ngắn thì qua. Đề nghị kiểm tra thiết bị " +
        "lọc hoặc tường lửa trên đường.",
    },
    en: {
      title: "The way does not let the large first TLS message of new browsers through",
      explanation:
        "New browsers begin TLS with a message of two packets (a post-quantum key). Towards {hosts} it is lost or cut, " +
        "and a short one passes.",
      remedy: [
        "Update the firmware of the router or firewall, restart it and scan again.",
        "Meanwhile switch the browser's post-quantum key off (policy PostQuantumKeyAgreementEnabled = 0).",
        "If only one server is hit, tell its owner; if several are, read the line below to the carrier.",
      ],
      tell:
        "A TLS ClientHello of more than one packet towards {places} is lost, a short one passes. Please check the " +
        "filters and firewalls on the way.",
    },
  },
} as const satisfies Causes;
