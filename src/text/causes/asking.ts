import type { Causes } from "./shape.ts";

/** The way of a question for a name: from the laptop itself, and what happens to it on the way. */
export const askingCauses = {
  LOCAL_DNS_DEAD: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Chương trình DNS trên chính máy này không còn chạy",
      explanation:
        "Máy này đặt DNS là chính nó ({server}) nhưng không có chương trình nào trả lời ở đó: thường do VPN, phần mềm chặn " +
        "quảng cáo hoặc lọc web đã gỡ mà để sót cài đặt.",
      remedy: [
        "Đặt lại DNS của card mạng là “tự động” (nhận từ modem).",
        "Còn dùng VPN hoặc phần mềm lọc thì mở lại nó, hoặc gỡ hẳn rồi khởi động lại máy.",
        "Không cần khởi động lại modem.",
      ],
      tell: "DNS của máy tính đặt là {server} (chính nó) và không có chương trình nào trả lời.",
    },
    en: {
      title: "The DNS program of this very computer is gone",
      explanation:
        "This computer asks itself for names ({server}), and no program answers there: mostly left behind by a VPN, an ad " +
        "blocker or a web filter.",
      remedy: [
        "Set the adapter's DNS to automatic (from the router).",
        "If the VPN or filter is still wanted, start it again; otherwise remove it wholly and restart the computer.",
        "The router needs no restart.",
      ],
      tell: "The computer's DNS is set to {server} (itself), and no program answers there.",
    },
  },
  DNS_TCP_BLOCKED: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Trả lời DNS bị cắt mà cổng TCP 53 lại đóng",
      explanation:
        "{server} gửi trả lời bị cắt ngắn và bảo hỏi lại qua TCP, nhưng cổng TCP 53 không thông: tên miền không phân giải " +
        "được trọn vẹn[[; {useful} trả lời tốt]].",
      remedy: [
        "Đặt DNS khác trên máy[[ ({useful})]] rồi thử lại.",
        "Khởi động lại modem; xem tường lửa có chặn TCP 53.",
        "Còn lỗi: báo nhà mạng, đọc câu dưới.",
      ],
      tell: "Máy chủ phân giải {server} trả lời bị cắt (TC) nhưng TCP 53 không thông. Đề nghị mở TCP 53.",
    },
    en: {
      title: "DNS answers are cut, and TCP port 53 is shut",
      explanation:
        "{server} sends answers that are cut short and says to ask again over TCP, and TCP port 53 does not get through: " +
        "names cannot be resolved in full[[; {useful} answers well]].",
      remedy: [
        "Set another DNS server on the computer[[ ({useful})]] and try again.",
        "Restart the router; see whether a firewall shuts TCP 53.",
        "If it stays, read the line below to the carrier.",
      ],
      tell: "Resolver {server} sends truncated answers, and TCP 53 to it is shut. Please open TCP 53.",
    },
  },
  DNS_FORGED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Trả lời DNS bị giả mạo trên đường truyền",
      explanation:
        "Hỏi {names} bằng UDP thì {server} nói không có hoặc dẫn đi chỗ khác[[ ({given})]]; hỏi chính máy chủ ấy bằng TCP thì " +
        "được {right}: có thiết bị trên đường trả lời thay.",
      remedy: [
        "Bật DNS mã hóa (DoH) trong trình duyệt, hoặc dùng 4G của nhà mạng khác để làm việc.",
        "Báo nhà mạng, đọc câu dưới.",
      ],
      tell:
        "Trả lời UDP 53 cho {names} từ {server} bị giả mạo trên đường; TCP 53 cùng máy chủ trả lời đúng {right}. Đề nghị " +
        "kiểm tra bộ lọc DNS.",
    },
    en: {
      title: "DNS answers are forged on the way",
      explanation:
        "Asked over UDP, {server} denies {names} or leads elsewhere[[ ({given})]]; the same server asked over TCP gives " +
        "{right}: something on the way answers in its place.",
      remedy: [
        "Switch encrypted DNS (DoH) on in the browser, or work over another carrier's mobile data.",
        "Read the line below to the carrier.",
      ],
      tell:
        "UDP answers from {server} for {names} are forged on the way; TCP 53 to the same server gives {right}. Please check " +
        "your DNS filter.",
    },
  },
  DNS_LOSSY: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Nhiều câu hỏi DNS bị mất",
      explanation:
        "{lost} trong {sent} câu hỏi gửi {server} không có trả lời, các câu còn lại trả lời nhanh: trang web mở lúc được lúc " +
        "không, hoặc chậm vài giây.",
      remedy: [
        "Khởi động lại modem (bộ nhớ DNS đầy hoặc quá tải).",
        "Đặt DNS khác trên máy[[ ({useful})]] rồi thử lại.",
        "Nhiều máy cùng dùng: xem máy nào gửi quá nhiều.",
      ],
      tell: "{lost} trong {sent} câu hỏi DNS tới {server} bị mất, kết nối khác vẫn tốt. Đề nghị kiểm tra.",
    },
    en: {
      title: "Many DNS questions get lost",
      explanation:
        "{lost} of {sent} questions to {server} stayed without an answer, the others were answered quickly: pages open now " +
        "and then, or some seconds late.",
      remedy: [
        "Restart the router (its DNS table is full or overloaded).",
        "Set another DNS server on the computer[[ ({useful})]] and try again.",
        "With many computers, see which one sends too much.",
      ],
      tell: "{lost} of {sent} DNS questions to {server} are lost while other connections are fine. Please check it.",
    },
  },
  DNS_AAAA_SILENT: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "DNS không trả lời câu hỏi IPv6 (AAAA): mọi chương trình phải chờ",
      explanation:
        "{server} trả lời câu hỏi A nhưng im lặng với câu hỏi AAAA cho {names}: hệ điều hành hỏi cả hai và chờ chừng mười " +
        "giây trước khi mở trang.",
      remedy: ["Cập nhật phần sụn hoặc khởi động lại modem.", "Đặt DNS khác trên máy[[ ({useful})]] rồi thử lại."],
      tell: "Máy chủ phân giải {server} không trả lời câu hỏi AAAA, làm mọi trang chậm chừng mười giây.",
    },
    en: {
      title: "DNS never answers for IPv6 (AAAA): every program waits",
      explanation:
        "{server} answers questions of type A and is silent to AAAA for {names}: systems ask both and wait some ten seconds " +
        "before a page opens.",
      remedy: [
        "Update the router's firmware, or restart it.",
        "Set another DNS server on the computer[[ ({useful})]] and try again.",
      ],
      tell: "Resolver {server} never answers AAAA questions, which makes every page some ten seconds late.",
    },
  },
} as const satisfies Causes;
