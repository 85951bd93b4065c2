import type { Causes } from "./shape.ts";

/** Certificates of single systems. */
export const certificateCauses = {
  CERT_EXPIRED: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Chứng thư đã hết hạn: {hosts}",
      explanation:
        "Chứng thư [[của nơi cấp {authority}, cấp trên ]]của {hosts} hết hạn từ {notAfter} ({days} ngày)[[; người dùng " +
        "được chuyển tới đó từ {senders}]]; máy chủ vẫn sống, đồng hồ của máy này không gây ra lỗi.",
      remedy: [
        "Không phải làm gì tại chỗ; không bỏ qua cảnh báo để đăng nhập.",
        "Báo đơn vị quản lý hệ thống gia hạn chứng thư.",
      ],
      tell: "Chứng thư [[của nơi cấp {authority}, cấp trên ]]của {hosts} hết hạn ngày {notAfter}. Đề nghị gia hạn.",
    },
    en: {
      title: "The certificate has expired: {hosts}",
      explanation:
        "The certificate of [[the authority {authority} above ]]{hosts} ended on {notAfter} ({days} days ago)[[; people " +
        "are sent there from {senders}]]; the server is alive and this computer's clock is not the reason.",
      remedy: ["Nothing to do on site; do not log in past the warning.", "Ask the system's owner to renew it."],
      tell: "The certificate of [[the authority {authority} above ]]{hosts} expired on {notAfter}. Please renew it.",
    },
  },
  CERT_NOT_YET_VALID: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Chứng thư chưa có hiệu lực: {hosts}",
      explanation: "Chứng thư của {hosts} chỉ có hiệu lực từ {notBefore}.",
      remedy: ["Kiểm tra lại ngày giờ của máy.", "Đúng giờ mà vẫn lỗi: báo đơn vị quản lý hệ thống."],
      tell: "Chứng thư của {hosts} chỉ có hiệu lực từ {notBefore}. Đề nghị thay chứng thư.",
    },
    en: {
      title: "The certificate is not valid yet: {hosts}",
      explanation: "The certificate of {hosts} begins on {notBefore} only.",
      remedy: ["Check the computer's date and time once more.", "If they are right, tell the system's owner."],
      tell: "The certificate of {hosts} is valid from {notBefore} only. Please replace it.",
    },
  },
  CERT_WRONG_HOST: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Chứng thư của tên khác: {hosts}",
      explanation:
        "Chứng thư mà {hosts} đưa không ghi tên của mình[[: cấp cho {other}]][[: tên {commonName} chỉ nằm ở trường CN cũ, " +
        "trình duyệt không còn đọc]][[; người dùng được chuyển tới đó từ {senders}]].",
      remedy: [
        "Không đăng nhập qua cảnh báo.",
        "Báo đơn vị quản lý hệ thống; xem địa chỉ trong hồ sơ kiểm tra có còn đúng.",
      ],
      tell: "{hosts} dùng chứng thư của {subject}. Đề nghị cài đúng chứng thư.",
    },
    en: {
      title: "A certificate for another name: {hosts}",
      explanation:
        "The certificate that {hosts} shows does not bear its name[[: it is made out to {other}]][[: the name {commonName} " +
        "stands in the old field CN alone, which browsers no longer read]][[; people are sent there from {senders}]].",
      remedy: ["Do not log in past the warning.", "Tell the system's owner; check the address in the profile."],
      tell: "{hosts} uses a certificate for {subject}. Please install the right one.",
    },
  },
  CERT_CHAIN_INCOMPLETE: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ thiếu chứng thư trung gian: {hosts}",
      explanation:
        "{hosts} không gửi kèm chứng thư trung gian của {issuer}: trình duyệt thường vẫn mở được, chương trình " +
        "ký và phần mềm khác thì không.",
      remedy: ["Dùng trình duyệt trong lúc chờ.", "Báo đơn vị quản lý hệ thống cài đủ chuỗi chứng thư."],
      tell: "{hosts} thiếu chứng thư trung gian ({issuer}). Đề nghị cài đủ chuỗi.",
    },
    en: {
      title: "The server leaves out an intermediate certificate: {hosts}",
      explanation:
        "{hosts} does not send the intermediate certificate of {issuer}: browsers mostly work, signing and other " +
        "programs do not.",
      remedy: ["Use a browser meanwhile.", "Ask the system's owner to install the whole chain."],
      tell: "{hosts} lacks the intermediate certificate ({issuer}). Please install the whole chain.",
    },
  },
  CERT_UNTRUSTED: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Chứng thư không được tin cậy: {hosts}",
      explanation:
        "{hosts} tới được nhưng chứng thư do {issuer} cấp, máy này không tin cậy nơi cấp đó[[; người dùng được chuyển tới " +
        "đó từ {senders}]].",
      remedy: [
        "Hỏi trung tâm: đây có phải nơi cấp chính thức không; nếu đúng thì cài chứng thư gốc.",
        "Chưa rõ thì không đăng nhập.",
      ],
      tell: "{hosts} dùng chứng thư do {issuer} cấp, trình duyệt không tin cậy. Đề nghị xác nhận hoặc thay.",
    },
    en: {
      title: "The certificate is not trusted: {hosts}",
      explanation:
        "{hosts} can be reached, and its certificate comes from {issuer}, whom this computer does not trust[[; people " +
        "are sent there from {senders}]].",
      remedy: [
        "Ask the centre whether that authority is official; if so, install its root certificate.",
        "Until then do not log in.",
      ],
      tell: "{hosts} uses a certificate issued by {issuer}, which browsers do not trust. Please confirm or replace it.",
    },
  },
  CERT_TOO_WEAK: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Chứng thư quá yếu: {hosts}",
      explanation:
        "Chứng thư [[của nơi cấp {authority}, cấp trên ]]của {hosts} dùng khóa quá ngắn hoặc thuật toán ký đã bỏ" +
        "[[ ({weakness})]]: trình duyệt từ chối.",
      remedy: ["Không bỏ qua cảnh báo để đăng nhập.", "Báo đơn vị quản lý hệ thống xin cấp lại chứng thư mới."],
      tell: "Chứng thư của {hosts} quá yếu[[ ({weakness})]], trình duyệt từ chối. Đề nghị cấp lại.",
    },
    en: {
      title: "The certificate is too weak: {hosts}",
      explanation:
        "The certificate of [[the authority {authority} above ]]{hosts} has too short a key, or is signed in a way that " +
        "was given up[[ ({weakness})]]: browsers refuse it.",
      remedy: ["Do not log in past the warning.", "Ask the system's owner to have it issued anew."],
      tell: "The certificate of {hosts} is too weak[[ ({weakness})]] and browsers refuse it. Please have it issued anew.",
    },
  },
  CERT_EXPIRES_SOON: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Chứng thư sắp hết hạn: {hosts}",
      explanation:
        "Chứng thư [[của nơi cấp {authority}, cấp trên ]]của {hosts} hết hạn ngày {notAfter}, còn {days} ngày.",
      remedy: ["Không phải làm gì tại chỗ.", "Nhắc đơn vị quản lý hệ thống gia hạn."],
      tell: "Chứng thư của {hosts} hết hạn ngày {notAfter}. Đề nghị gia hạn sớm.",
    },
    en: {
      title: "The certificate expires soon: {hosts}",
      explanation: "The certificate of [[the authority {authority} above ]]{hosts} ends on {notAfter}, in {days} days.",
      remedy: ["Nothing to do on site.", "Remind the system's owner to renew it."],
      tell: "The certificate of {hosts} expires on {notAfter}. Please renew it in time.",
    },
  },
} as const satisfies Causes;
