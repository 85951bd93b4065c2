import type { Causes } from "./shape.ts";

/** Resolvers and zones; what lies beyond the carrier. */
export const dnsCauses = {
  DNS_RESOLVER_SILENT: {
    culprit: "dns",
    mender: "carrier",
    vi: {
      title: "Máy chủ phân giải tên miền im lặng",
      explanation: "Máy chủ {server} không trả lời, trong khi đường ra Internet vẫn thông[[; {useful} trả lời tốt]].",
      remedy: [
        "Đặt DNS trên máy hoặc trong DHCP của modem là [[{useful} hoặc ]]DNS khác mà nhà mạng cho.",
        "Báo nhà mạng máy chủ phân giải của họ không trả lời.",
      ],
      tell:
        "Máy chủ phân giải tên miền[[ {server}]] không trả lời từ trụ sở chúng tôi, các kết nối khác vẫn thông. Đề " +
        "nghị kiểm tra.",
    },
    en: {
      title: "The DNS server says nothing",
      explanation: "Server {server} does not answer while the way to the Internet is free[[; {useful} answers well]].",
      remedy: [
        "Set DNS on the computer or in the router's DHCP to [[{useful} or ]]another that the carrier names.",
        "Tell the carrier that its resolver is silent.",
      ],
      tell: "Your resolver[[ {server}]] does not answer from our office; other connections work. Please check it.",
    },
  },
  DNS_PORT_BLOCKED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Cổng phân giải tên miền (53) bị chặn",
      explanation:
        "Không máy chủ phân giải nào bên ngoài trả lời (kể cả {server}), trong khi kết nối khác vẫn thông: cổng " +
        "53 bị chặn trên đường.",
      remedy: ["Dùng DNS của modem (đặt nhận tự động).", "Xem tường lửa modem có chặn cổng 53.", "Báo nhà mạng."],
      tell: "Từ trụ sở chúng tôi, cổng 53 ra ngoài không có trả lời với mọi máy chủ phân giải. Đề nghị kiểm tra bộ lọc.",
    },
    en: {
      title: "The DNS port (53) is blocked",
      explanation:
        "No resolver outside answers (nor does {server}) while other connections work: port 53 is shut on the way.",
      remedy: [
        "Use the router's own DNS (automatic).",
        "See whether the router's firewall blocks port 53.",
        "Call the carrier.",
      ],
      tell: "From our office no resolver answers on port 53. Please check your filters.",
    },
  },
  DNS_SERVFAIL: {
    culprit: "dns",
    mender: "carrier",
    vi: {
      title: "Máy chủ phân giải không phân giải được tên miền",
      explanation: "Máy chủ {server} [[{how}]] khi hỏi tên miền[[ {zone}]][[: {names}]].",
      remedy: [
        "[[Đặt DNS trên máy là {useful}, nơi đã trả lời tốt.]]",
        "Chỉ hỏng một miền ở mọi máy chủ phân giải: báo trung tâm, lỗi ở miền đó.",
        "Hỏng mọi miền: báo nhà mạng.",
      ],
      tell: "Máy chủ phân giải[[ {server}]][[ {how}]][[ khi hỏi miền {zone}]]. Đề nghị kiểm tra máy chủ tên miền.",
    },
    en: {
      title: "The resolver fails on names",
      explanation: "Server {server} [[{how}]][[ for {zone}]][[: {names}]].",
      remedy: [
        "[[Set DNS on the computer to {useful}, which answered well.]]",
        "If one zone fails at every resolver, report it to the centre: the zone is broken.",
        "If everything fails, call the carrier.",
      ],
      tell: "Resolver[[ {server}]][[ {how}]][[ for the zone {zone}]]. Please check the name servers.",
    },
  },
  DNS_REFUSED: {
    culprit: "dns",
    mender: "technician",
    vi: {
      title: "Máy chủ phân giải từ chối phục vụ",
      explanation: "{server} có trả lời nhưng từ chối mọi câu hỏi tên miền.",
      remedy: [
        "Đổi DNS trên máy sang [[{useful} hoặc ]]DNS mà nhà mạng cho.",
        "Xem cấu hình DNS của modem; khởi động lại modem.",
        "DNS của nhà mạng khác sẽ từ chối: dùng DNS của đúng nhà mạng.",
      ],
      tell: "Máy chủ phân giải[[ {server}]] từ chối mọi câu hỏi (REFUSED).",
    },
    en: {
      title: "The DNS server refuses",
      explanation: "{server} answers and refuses every question.",
      remedy: [
        "Change DNS on the computer to [[{useful} or ]]another that the carrier names.",
        "Look at the router's DNS settings; restart it.",
        "Another carrier's resolver refuses strangers: use the right one.",
      ],
      tell: "Resolver[[ {server}]] refuses every question (REFUSED).",
    },
  },
  DNS_FIRST_SERVER_DEAD: {
    culprit: "dns",
    mender: "technician",
    vi: {
      title: "Máy chủ phân giải thứ nhất đã chết",
      explanation: "{server} không phục vụ; máy phải chờ rồi mới hỏi {useful}, nên trang nào cũng chậm vài giây.",
      remedy: ["Bỏ {server} khỏi danh sách DNS, để {useful} lên đầu.", "Sửa cả trong DHCP của modem."],
      tell: "Máy chủ phân giải[[ {server}]] không trả lời; máy thứ hai {useful} vẫn tốt.",
    },
    en: {
      title: "The first DNS server is dead",
      explanation:
        "{server} does not serve; the computer waits for it before it asks {useful}, so every page is seconds late.",
      remedy: ["Remove {server} from the list and put {useful} first.", "Do the same in the router's DHCP settings."],
      tell: "Resolver[[ {server}]] does not answer; the second, {useful}, is fine.",
    },
  },
  DNS_SLOW: {
    culprit: "dns",
    mender: "carrier",
    vi: {
      title: "Phân giải tên miền chậm",
      explanation: "{server} trả lời sau {ms} ms, trong khi đường truyền chỉ mất {lineMs} ms.",
      remedy: ["Khởi động lại modem nếu DNS là modem.", "Báo nhà mạng nếu kéo dài."],
      tell: "Máy chủ phân giải[[ {server}]] trả lời mất {ms} ms. Đề nghị kiểm tra.",
    },
    en: {
      title: "DNS is slow",
      explanation: "{server} answers after {ms} ms while the line needs only {lineMs} ms.",
      remedy: ["Restart the router if it is the DNS server.", "Call the carrier if it lasts."],
      tell: "Resolver[[ {server}]] takes {ms} ms to answer. Please check it.",
    },
  },
  DNS_NXDOMAIN_REWRITE: {
    culprit: "dns",
    mender: "carrier",
    vi: {
      title: "Tên không tồn tại bị dẫn đến trang khác",
      explanation: "{server} trả lời {addresses} cho những tên miền không hề tồn tại.",
      remedy: ["Không ảnh hưởng trang thật; gõ sai tên sẽ ra trang quảng cáo.", "Nếu cần: đổi DNS khác."],
      tell: "Máy chủ phân giải[[ {server}]] trả lời sai cho tên không tồn tại ({addresses}).",
    },
    en: {
      title: "Names that do not exist lead to a page",
      explanation: "{server} answers {addresses} for names that do not exist.",
      remedy: [
        "Real sites are not hurt; mistyped names show advertising.",
        "Where it matters, use another DNS server.",
      ],
      tell: "Resolver[[ {server}]] answers {addresses} for names that do not exist.",
    },
  },
  DNS_HIJACK: {
    culprit: "dns",
    mender: "carrier",
    vi: {
      title: "Tên miền bị dẫn sai địa chỉ",
      explanation: "{server} trả lời sai cho {names}[[: {given}]][[; địa chỉ đúng là {right}]].",
      remedy: [
        "Đặt DNS khác trên máy rồi thử lại.",
        "Xóa bộ nhớ đệm tên miền (ipconfig /flushdns).",
        "Không nhập mật khẩu vào trang lạ; báo nhà mạng và trung tâm.",
      ],
      tell:
        "Máy chủ phân giải[[ {server}]] trả lời sai cho {names}[[: {given}]][[, địa chỉ đúng là {right}]]. Đề nghị gỡ " +
        "chặn hoặc sửa.",
    },
    en: {
      title: "A name is led to the wrong address",
      explanation: "{server} gives a wrong answer for {names}[[: {given}]][[; right would be {right}]].",
      remedy: [
        "Set another DNS server and try again.",
        "Flush the name cache (ipconfig /flushdns).",
        "Enter no password on a strange page; tell the carrier and the centre.",
      ],
      tell:
        "Resolver[[ {server}]] gives a wrong answer for {names}[[: {given}]][[, right would be {right}]]. Please " +
        "unblock or correct it.",
    },
  },
  DNS_STALE_RECORD: {
    culprit: "dns",
    mender: "carrier",
    vi: {
      title: "Máy chủ phân giải giữ địa chỉ cũ",
      explanation:
        "{server} vẫn trả lời địa chỉ cũ[[ {given}]] cho {names}[[; địa chỉ mới là {right}]][[; {deniers} nói không có tên này]].",
      remedy: [
        "Xóa bộ nhớ đệm tên miền, khởi động lại modem.",
        "Tạm dùng DNS khác.",
        "Còn cũ sau một ngày: báo nhà mạng.",
      ],
      tell: "Máy chủ phân giải[[ {server}]] còn giữ địa chỉ cũ[[ {given}]] của {names}. Đề nghị xóa bộ nhớ đệm.",
    },
    en: {
      title: "The resolver keeps an old address",
      explanation:
        "{server} still gives the old address[[ {given}]] for {names}[[; the new one is {right}]][[; {deniers} says that there " +
        "is no such name]].",
      remedy: [
        "Flush the name cache and restart the router.",
        "Use another DNS server for now.",
        "If it is still old after a day, call the carrier.",
      ],
      tell: "Resolver[[ {server}]] keeps the old address[[ {given}]] of {names}. Please clear its cache.",
    },
  },
  DNS_NAME_MISSING: {
    culprit: "dns",
    mender: "centre",
    vi: {
      title: "Tên miền không tồn tại",
      explanation:
        "Không máy chủ phân giải nào biết {names}[[, nơi {senders} chuyển người dùng tới]]: tên đã bị gỡ, hoặc hồ sơ kiểm " +
        "tra ghi sai.",
      remedy: ["Hỏi trung tâm tên mới của hệ thống.", "Cập nhật hồ sơ kiểm tra (qbrecover profile add)."],
      tell:
        "Tên miền {names} không còn phân giải được ở bất cứ đâu. Đề nghị cho biết địa chỉ mới hoặc khôi phục bản " +
        "ghi.",
    },
    en: {
      title: "The name does not exist",
      explanation:
        "No resolver knows {names}[[, where {senders} sends people]]: the name was removed, or the profile is wrong.",
      remedy: ["Ask the centre for the system's new name.", "Update the profile (qbrecover profile add)."],
      tell: "The name {names} no longer resolves anywhere. Please give us the new address or restore the record.",
    },
  },
  DNS_NAMES_FENCED: {
    culprit: "dns",
    mender: "carrier",
    vi: {
      title: "Tên miền ở đây bị rào hoặc viết lại toàn bộ",
      explanation:
        "{server} không cho địa chỉ đúng của tên nào, kể cả {known} là tên chắc chắn có thật[[; {useful} thì trả lời " +
        "đúng]]. Không phải hệ thống đổi tên.",
      remedy: [
        "[[Đặt DNS trên máy là {useful} rồi thử lại.]]",
        "Mở trình duyệt xem có trang bắt đăng nhập hoặc báo cước không.",
        "Tắt bộ lọc tên miền (lọc nội dung, phần mềm quản lý truy cập) trên modem hoặc máy; khởi động lại modem.",
        "Vẫn vậy: báo nhà mạng.",
      ],
      tell:
        "Từ trụ sở chúng tôi, máy chủ phân giải[[ {server}]] báo mọi tên miền đều không tồn tại, kể cả {known}. Đề nghị " +
        "kiểm tra bộ lọc tên miền và trạng thái thuê bao.",
    },
    en: {
      title: "Names as a whole are fenced off or rewritten here",
      explanation:
        "{server} gives the right address of no name, not even of {known}, which surely exists[[; {useful} answers " +
        "correctly]]. No system has changed its name.",
      remedy: [
        "[[Set DNS on the computer to {useful} and try again.]]",
        "Open a browser: is there a page that asks for a log-in or tells of the bill?",
        "Switch off name filters (content filter, access control) on router and computer; restart the router.",
        "If it stays so, call the carrier.",
      ],
      tell:
        "From our office the resolver[[ {server}]] says of every name that it does not exist, even of {known}. Please " +
        "check your name filters and the state of our subscription.",
    },
  },
  INTERNATIONAL_DOWN: {
    culprit: "internet",
    mender: "carrier",
    vi: {
      title: "Mất kết nối quốc tế",
      explanation:
        "{count} điểm ở nước ngoài đều im lặng, trong nước vẫn tốt; các hệ thống nhà nước không bị ảnh hưởng.",
      remedy: [
        "Không phải làm gì tại chỗ: thường do cáp biển.",
        "Trang nước ngoài cần gấp: dùng 4G của nhà mạng khác.",
      ],
      tell: "Kết nối quốc tế từ trụ sở chúng tôi bị mất ({hosts}), trong nước vẫn tốt.",
    },
    en: {
      title: "Foreign connections are down",
      explanation: "{count} places abroad are silent while the country is fine; government systems are not hurt.",
      remedy: [
        "Nothing to do on site: mostly an undersea cable.",
        "For an urgent foreign site use another carrier's mobile data.",
      ],
      tell: "Foreign connections from our office are down ({hosts}); domestic ones work.",
    },
  },
} as const satisfies Causes;
