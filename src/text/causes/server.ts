import type { Causes } from "./shape.ts";

/** The province's data centre and single systems: nothing to mend on site. */
export const serverCauses = {
  DATACENTRE_DOWN: {
    culprit: "datacentre",
    mender: "centre",
    vi: {
      title: "Trung tâm dữ liệu tỉnh không tới được",
      explanation:
        "Cả {count} máy chủ của tỉnh đều im lặng trong khi Internet vẫn tốt: lỗi ở trung tâm, không phải tại trụ sở.",
      remedy: [
        "Không phải làm gì tại chỗ: đường truyền và máy đều tốt.",
        "Báo trung tâm, đọc câu dưới.",
        "Hồ sơ một cửa: tiếp nhận bằng giấy, nhập lại sau.",
      ],
      tell:
        "Từ trụ sở chúng tôi Internet tốt nhưng mọi máy chủ của tỉnh đều không tới được: {places}. Đề nghị kiểm " +
        "tra trung tâm dữ liệu.",
    },
    en: {
      title: "The province's data centre is out of reach",
      explanation:
        "All {count} of the province's servers are silent while the Internet works: the fault is at the centre, " +
        "not on site.",
      remedy: [
        "Nothing to do on site: line and computer are fine.",
        "Tell the centre the line below.",
        "Take one-stop files on paper and enter them later.",
      ],
      tell:
        "The Internet works at our office, and none of the province's servers can be reached: {places}. Please " +
        "check the data centre.",
    },
  },
  NATIONAL_DOWN: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Các hệ thống trung ương không tới được",
      explanation: "Cả {count} hệ thống trung ương đều im lặng, hệ thống của tỉnh và Internet vẫn tốt.",
      remedy: ["Không phải làm gì tại chỗ.", "Thử bằng 4G; báo trung tâm để hỏi đơn vị chủ quản."],
      tell: "Từ trụ sở chúng tôi các hệ thống trung ương đều không tới được: {places}; hệ thống tỉnh vẫn tốt.",
    },
    en: {
      title: "The national systems are out of reach",
      explanation: "All {count} national systems are silent while the province's and the Internet work.",
      remedy: ["Nothing to do on site.", "Try mobile data; ask the centre to call the owners."],
      tell: "From our office no national system can be reached: {places}; the province's work.",
    },
  },
  SERVER_DOWN: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ không trả lời: {hosts}",
      explanation: "{hosts} im lặng trong khi các hệ thống khác vẫn tốt: lỗi ở máy chủ đó, không phải tại trụ sở.",
      remedy: [
        "Không phải làm gì tại chỗ.",
        "Báo đơn vị quản lý hệ thống, đọc câu dưới.",
        "Thử lại sau; trong lúc chờ làm việc trên giấy.",
      ],
      tell: "Từ trụ sở chúng tôi {places} không có trả lời, các hệ thống khác tốt. Đề nghị kiểm tra máy chủ.",
    },
    en: {
      title: "The server does not answer: {hosts}",
      explanation: "{hosts} is silent while other systems are fine: the fault is there, not on site.",
      remedy: [
        "Nothing to do on site.",
        "Tell the system's owner the line below.",
        "Try again later; work on paper meanwhile.",
      ],
      tell: "From our office {places} does not answer while other systems do. Please check the server.",
    },
  },
  SERVER_REFUSES: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ từ chối kết nối: {hosts}",
      explanation: "Máy {hosts} còn sống nhưng dịch vụ không chạy ở cổng cần dùng.",
      remedy: ["Không phải làm gì tại chỗ.", "Báo đơn vị quản lý hệ thống khởi động lại dịch vụ."],
      tell: "Máy chủ {places} từ chối kết nối (cổng đóng). Đề nghị kiểm tra dịch vụ.",
    },
    en: {
      title: "The server refuses connections: {hosts}",
      explanation: "{hosts} is alive, and the service does not run on the port needed.",
      remedy: ["Nothing to do on site.", "Ask the system's owner to restart the service."],
      tell: "Server {places} refuses connections (port closed). Please check the service.",
    },
  },
  SERVER_HANGS: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ nhận kết nối rồi im: {hosts}",
      explanation: "{hosts} nhận kết nối nhưng không trả lời yêu cầu; đường truyền tốt.",
      remedy: ["Không phải làm gì tại chỗ.", "Báo đơn vị quản lý hệ thống: dịch vụ bị treo.", "Thử lại sau 15 phút."],
      tell: "Máy chủ {places} nhận kết nối nhưng không trả lời, dịch vụ có thể bị treo. Đề nghị kiểm tra.",
    },
    en: {
      title: "The server takes the connection and says nothing: {hosts}",
      explanation: "{hosts} takes connections and answers no request; the line is fine.",
      remedy: ["Nothing to do on site.", "Tell the system's owner that the service hangs.", "Try again in 15 minutes."],
      tell: "Server {places} takes connections and does not answer; the service may hang. Please check.",
    },
  },
  SERVER_SLOW: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ trả lời chậm: {hosts}",
      explanation:
        "{hosts} mất {ms} ms mới trả lời, các hệ thống khác nhanh[[; trong {seconds} giây mới về được {bytes} byte của " +
        "trang]].",
      remedy: ["Không phải làm gì tại chỗ; đợi hoặc dùng ngoài giờ cao điểm.", "Kéo dài: báo đơn vị quản lý hệ thống."],
      tell: "Máy chủ {places} trả lời mất {ms} ms, các hệ thống khác nhanh.",
    },
    en: {
      title: "The server is slow: {hosts}",
      explanation:
        "{hosts} takes {ms} ms to answer; other systems are quick[[; in {seconds} s no more than {bytes} bytes of its page " +
        "came]].",
      remedy: ["Nothing to do on site; wait, or use it off-peak.", "If it lasts, tell the system's owner."],
      tell: "Server {places} takes {ms} ms to answer while others are quick.",
    },
  },
  SERVER_ERROR: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ báo lỗi {statuses}: {hosts}",
      explanation: "{hosts} trả lời mã lỗi {statuses}[[, báo bảo trì đến {until}]]; đường truyền tốt.",
      remedy: ["Không phải làm gì tại chỗ; thử lại sau 15 phút.", "Báo đơn vị quản lý hệ thống kèm mã lỗi."],
      tell: "Hệ thống {places} trả lời mã lỗi {statuses}. Đề nghị kiểm tra.",
    },
    en: {
      title: "The server answers with error {statuses}: {hosts}",
      explanation: "{hosts} answers with status {statuses}[[, in maintenance until {until}]]; the line is fine.",
      remedy: ["Nothing to do on site; try again in 15 minutes.", "Tell the system's owner the status."],
      tell: "System {places} answers with status {statuses}. Please check.",
    },
  },
  CONTENT_MISMATCH: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Trang trả về không đúng: {hosts}",
      explanation: "{hosts} trả lời (mã {status}) nhưng nội dung không phải trang cần dùng[[, chuyển đến {location}]].",
      remedy: [
        "Mở trang bằng trình duyệt xem là trang gì; không nhập mật khẩu nếu lạ.",
        "Hỏi đơn vị quản lý: hệ thống đã đổi địa chỉ hay đang bảo trì.",
      ],
      tell:
        "Trang {places} trả về nội dung khác[[, chuyển đến {location}]]. Đề nghị cho biết địa chỉ đúng hoặc kiểm " +
        "tra.",
    },
    en: {
      title: "The wrong page came back: {hosts}",
      explanation:
        "{hosts} answers (status {status}) with another page than the one needed[[, sent on to {location}]].",
      remedy: [
        "Open it in a browser; enter no password if it looks strange.",
        "Ask its owner whether it moved or is being serviced.",
      ],
      tell: "{places} returns another page[[, sent on to {location}]]. Please tell us the right address or check it.",
    },
  },
  BAD_REPLY: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Máy chủ trả lời không đúng giao thức: {hosts}",
      explanation: "{hosts} có trả lời nhưng không theo cách của dịch vụ ({code})[[; máy chủ nói: {said}]].",
      remedy: ["Chạy kiểm tra lại một lần.", "Báo đơn vị quản lý hệ thống."],
      tell: "Máy chủ {places} trả lời sai giao thức ({code}). Đề nghị kiểm tra dịch vụ.",
    },
    en: {
      title: "The server answers in the wrong language: {hosts}",
      explanation: "{hosts} answers, not in the manner of the service ({code})[[; it says: {said}]].",
      remedy: ["Scan once more.", "Tell the system's owner."],
      tell: "Server {places} answers with the wrong protocol ({code}). Please check the service.",
    },
  },
  TLS_HANDSHAKE_FAILED: {
    culprit: "server",
    mender: "systemOwner",
    vi: {
      title: "Không thống nhất được mã hóa: {hosts}",
      explanation:
        "{hosts} trả lời nhưng bước mã hóa thất bại ({code}): thường do máy chủ dùng TLS quá cũ hoặc cấu hình sai.",
      remedy: ["Cập nhật Windows và trình duyệt rồi thử lại.", "Báo đơn vị quản lý hệ thống."],
      tell: "Bước TLS với {places} thất bại ({code}). Đề nghị kiểm tra cấu hình TLS.",
    },
    en: {
      title: "No agreement on encryption: {hosts}",
      explanation:
        "{hosts} answers and the encryption step fails ({code}): mostly an outdated or broken TLS set-up of the " +
        "server.",
      remedy: ["Update the system and browser and try again.", "Tell the system's owner."],
      tell: "The TLS step with {places} fails ({code}). Please check its TLS settings.",
    },
  },
} as const satisfies Causes;
