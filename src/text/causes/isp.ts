import type { Causes } from "./shape.ts";

/** The line and the carrier's network: where the way ends. */
export const ispCauses = {
  WAN_LINK_DOWN: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Modem mất tín hiệu đường truyền",
      explanation: "Modem {gateway} vẫn sống nhưng báo không có đường ra Internet[[ (thông báo từ {from})]].",
      remedy: [
        "Xem đèn modem: PON phải sáng liền, LOS phải tắt; LOS đỏ là đứt hoặc ẩm sợi quang.",
        "PON sáng liền mà vẫn không vào mạng: tài khoản hoặc phiên PPPoE, hỏi nhà mạng tình trạng thuê bao.",
        "Cắm lại dây quang hoặc dây WAN, không bẻ gập; khởi động lại modem, đợi 3 phút.",
        "Vẫn không được: gọi nhà mạng, đọc câu dưới.",
      ],
      tell:
        "Modem tại trụ sở chúng tôi vẫn chạy nhưng không có đường ra ({silent} điểm thử đều không tới được). Đèn " +
        "PON …, LOS …. Đề nghị kiểm tra tuyến quang.",
    },
    en: {
      title: "The router has lost the line",
      explanation: "The router {gateway} is alive and says that it has no way to the Internet[[ (told by {from})]].",
      remedy: [
        "Look at its lamps: PON must be steady, LOS off; a red LOS means a cut or wet fibre.",
        "PON steady and no Internet: the account or its PPPoE session; ask the carrier about the subscription.",
        "Reseat the fibre or WAN cable without bending it; restart the router and wait three minutes.",
        "Still dead: call the carrier and read out the line below.",
      ],
      tell:
        "The router at our office runs but has no line ({silent} places cannot be reached). PON lamp …, LOS lamp " +
        "…. Please check the fibre.",
    },
  },
  LINE_DOWN: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Đường truyền Internet đứt",
      explanation:
        "Modem {gateway} trả lời, nhưng phía sau nó hoàn toàn im lặng: {silent} điểm đã thử đều không trả lời.",
      remedy: [
        "Xem đèn PON/LOS, cắm lại dây quang hoặc dây WAN; khởi động lại modem, đợi 3 phút.",
        "Vẫn không được: gọi nhà mạng, đọc câu dưới.",
        "Trong lúc chờ: dùng 4G phát từ điện thoại cho việc một cửa.",
      ],
      tell:
        "Đường truyền tại trụ sở chúng tôi mất: modem trả lời, nhưng {silent} điểm phía sau không có trả lời nào, " +
        "kể cả điểm trong nước. Đề nghị kiểm tra đường dây.",
    },
    en: {
      title: "The Internet line is dead",
      explanation:
        "The router {gateway} answers and behind it there is silence: none of {silent} places tried answers.",
      remedy: [
        "Look at the PON/LOS lamps, reseat fibre or WAN cable; restart the router and wait three minutes.",
        "Still dead: call the carrier and read out the line below.",
        "Meanwhile use a phone's 4G for the one-stop desk.",
      ],
      tell:
        "Our line is down: the router answers, and none of {silent} places behind it does, domestic ones included. " +
        "Please check the line.",
    },
  },
  ISP_NO_UPSTREAM: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Đứt bên trong mạng của nhà mạng",
      explanation: "Đi được đến {lastHop} (chặng {ttl}) của nhà mạng, sau đó không còn gì.",
      remedy: [
        "Không phải làm gì tại chỗ: dây và modem đều tốt.",
        "Gọi nhà mạng, đọc câu dưới.",
        "Trong lúc chờ: dùng 4G của nhà mạng khác.",
      ],
      tell:
        "Từ trụ sở chúng tôi đi được đến {lastHop} ở chặng {ttl}, sau đó mọi thứ im lặng ({silent} điểm). Lỗi " +
        "trong mạng của quý công ty, đề nghị kiểm tra.",
    },
    en: {
      title: "The break is inside the carrier's network",
      explanation: "The way leads to the carrier's {lastHop} (hop {ttl}), and no further.",
      remedy: [
        "Nothing to do on site: cable and router are fine.",
        "Call the carrier and read out the line below.",
        "Meanwhile use another carrier's 4G.",
      ],
      tell:
        "From our office we reach {lastHop} at hop {ttl}; behind it everything is silent ({silent} places). The " +
        "fault is in your network; please check.",
    },
  },
  ISP_REJECTS: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Mạng của nhà mạng từ chối chuyển tiếp",
      explanation: "Thiết bị của nhà mạng[[ {from}]] báo ngay là không tới được, cho cả {silent} điểm đã thử.",
      remedy: [
        "Không phải làm gì tại chỗ: modem và dây đều tốt.",
        "Gọi nhà mạng, đọc câu dưới; hỏi thuê bao có bị khóa không.",
      ],
      tell:
        'Thiết bị[[ {from}]] của quý công ty trả lời "không tới được" cho mọi điểm ({silent} điểm). Đề nghị kiểm ' +
        "tra định tuyến hoặc tình trạng thuê bao.",
    },
    en: {
      title: "The carrier's network rejects the traffic",
      explanation: 'The carrier\'s device[[ {from}]] says "unreachable" at once, for all {silent} places tried.',
      remedy: [
        "Nothing to do on site: router and cable are fine.",
        "Call the carrier and read out the line below; ask whether the line is suspended.",
      ],
      tell:
        'Your device[[ {from}]] answers "unreachable" for every place ({silent} tried). Please check routing or ' +
        "the state of our subscription.",
    },
  },
  ISP_SUSPENDED: {
    culprit: "isp",
    mender: "officeHead",
    vi: {
      title: "Đường truyền bị nhà mạng tạm khóa",
      explanation:
        "Trang thường bị thay bằng trang thông báo[[ {page}]], trang mã hóa không mở được: thường là do cước hoặc hợp đồng.",
      remedy: [
        "Mở một trang http:// bất kỳ[[ ({page})]] bằng trình duyệt, đọc thông báo.",
        "Hỏi kế toán về cước; gọi nhà mạng đề nghị mở lại vì khắc phục thiên tai.",
      ],
      tell:
        "Thuê bao của chúng tôi đang bị chuyển về trang thông báo[[ {page}]]. Đề nghị mở lại ngay để khắc phục hậu quả thiên " +
        "tai, thủ tục sẽ hoàn tất sau.",
    },
    en: {
      title: "The carrier has suspended the line",
      explanation:
        "Plain pages are replaced by a notice[[ at {page}]] and encrypted ones do not open: mostly an unpaid bill or an " +
        "ended contract.",
      remedy: [
        "Open any http:// page[[ ({page})]] in a browser and read the notice.",
        "Ask the office's accountant; ask the carrier to reopen the line because of the disaster.",
      ],
      tell:
        "Our line is being sent to a notice[[ at {page}]]. Please reopen it at once for disaster recovery; the paperwork " +
        "will follow.",
    },
  },
  HTTP_TAMPERED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Trang HTTP bị sửa trên đường truyền",
      explanation:
        "{hosts} và trang kiểm tra đều trả về cùng một trang lạ, trong khi trang mã hóa (HTTPS) không bị sửa.",
      remedy: [
        "Không nhập thông tin vào trang lạ; dùng địa chỉ https:// khi có.",
        "Xem modem có bật quảng cáo, lọc trang hay trang chào không.",
        "Báo nhà mạng, đọc câu dưới; ký số dùng HTTP nên có thể hỏng.",
      ],
      tell: "Mọi trang HTTP từ trụ sở chúng tôi ({places}) bị thay bằng một trang khác, HTTPS bình thường. Đề nghị gỡ.",
    },
    en: {
      title: "Plain HTTP pages are rewritten on the way",
      explanation:
        "{hosts} and the check page all come back as one strange page, while encrypted pages (HTTPS) are left alone.",
      remedy: [
        "Enter nothing on the strange page; use https:// where there is one.",
        "See whether the router shows advertising, a filter or a welcome page.",
        "Call the carrier and read out the line below; signing uses HTTP and may fail.",
      ],
      tell: "Every HTTP page from our office ({places}) is replaced by another one, HTTPS is fine. Please remove this.",
    },
  },
  LINE_INTERRUPTED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Đường truyền {direction} trong lúc kiểm tra",
      explanation:
        "Ở giây thứ {seconds} của lần kiểm tra, mọi điểm phía sau modem {direction} cùng một lúc: những gì thấy trước và sau " +
        "lúc ấy không phải cùng một tình trạng.",
      remedy: [
        "Xem modem có tự khởi động lại, bộ nguồn và dây vào có chập chờn.",
        "Chạy kiểm tra lại ngay: lần sau mới cho biết tình trạng bây giờ.",
        "Lặp lại nhiều lần: dùng qbrecover watch, báo nhà mạng.",
      ],
      tell: "Đường truyền vừa {direction} cùng lúc với mọi điểm. Đề nghị kiểm tra.",
    },
    en: {
      title: "The line {direction} while it was being checked",
      explanation:
        "At second {seconds} of the check everybody behind the router {direction} at once: what was seen before and after " +
        "is not one state.",
      remedy: [
        "See whether the router restarts by itself, or its adapter or line plug is loose.",
        "Scan again now: only that tells the present state.",
        "If it recurs, use qbrecover watch and call the carrier.",
      ],
      tell: "Our line just {direction}, every place at once. Please check it.",
    },
  },
  IPV4_BROKEN: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "IPv4 không đi được, chỉ IPv6 đi được",
      explanation: "{count} địa chỉ IPv4 đều im lặng, trong khi IPv6 vẫn thông.",
      remedy: ["Khởi động lại modem.", "Gọi nhà mạng: phiên PPPoE/IPv4 hoặc CGNAT có lỗi."],
      tell: "Từ trụ sở chúng tôi IPv6 thông nhưng IPv4 không ({count} địa chỉ). Đề nghị kiểm tra cấp phát IPv4.",
    },
    en: {
      title: "IPv4 is dead, only IPv6 works",
      explanation: "{count} IPv4 addresses are silent while IPv6 works.",
      remedy: ["Restart the router.", "Call the carrier: its IPv4 session or address sharing has failed."],
      tell: "From our office IPv6 works and IPv4 does not ({count} addresses). Please check the IPv4 service.",
    },
  },
  IPV6_BROKEN: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "IPv6 được cấp nhưng không đi đến đâu",
      explanation:
        "Máy có địa chỉ IPv6 nhưng {count} lần thử IPv6 đều im lặng, IPv4 vẫn tốt: trang mở chậm vì phải chờ.",
      remedy: ["Tắt IPv6 trên modem (hoặc trên máy).", "Báo nhà mạng để sửa IPv6."],
      tell:
        "Modem cấp IPv6 nhưng không định tuyến được ({count} lần thử), IPv4 tốt. Đề nghị sửa hoặc tắt IPv6 cho " +
        "thuê bao.",
    },
    en: {
      title: "IPv6 is handed out and leads nowhere",
      explanation: "The computer has IPv6, all {count} tries over it met silence, and IPv4 is fine: pages hesitate.",
      remedy: ["Switch IPv6 off on the router (or the computer).", "Tell the carrier to mend IPv6."],
      tell:
        "Our router hands out IPv6 that is not routed ({count} tries), IPv4 is fine. Please mend it or switch it " +
        "off.",
    },
  },
  PREFIX_UNREACHABLE: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Một dải địa chỉ không tới được",
      explanation:
        "Mọi máy chủ trong dải {range} đều im lặng ({hosts}), các dải khác vẫn tốt: thường là lỗi định tuyến.",
      remedy: [
        "Báo nhà mạng và trung tâm kèm câu dưới.",
        "Thử bằng 4G: nếu được thì lỗi ở nhà mạng của đường dây này.",
      ],
      tell: "Từ trụ sở chúng tôi không tới được dải {range} ({places}), các dải khác tốt. Đề nghị kiểm tra định tuyến.",
    },
    en: {
      title: "One range of addresses is out of reach",
      explanation: "Every server in {range} is silent ({hosts}) and other ranges are fine: mostly a routing fault.",
      remedy: [
        "Tell the carrier and the centre the line below.",
        "Try mobile data: if it works there, this line's carrier is at fault.",
      ],
      tell: "From our office the range {range} cannot be reached ({places}); others can. Please check routing.",
    },
  },
  GOVERNMENT_UNREACHABLE: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Internet tốt nhưng mọi hệ thống nhà nước không tới được",
      explanation: "{count} máy chủ của tỉnh và trung ương đều im lặng, các điểm khác trong nước vẫn tốt.",
      remedy: ["Thử bằng 4G của nhà mạng khác.", "Báo nhà mạng và trung tâm cùng lúc, đọc câu dưới."],
      tell:
        "Internet tại trụ sở tốt, nhưng các hệ thống nhà nước đều không tới được: {places}. Đề nghị kiểm tra định " +
        "tuyến đến mạng cơ quan nhà nước.",
    },
    en: {
      title: "The Internet is fine, every government system is out of reach",
      explanation: "{count} servers of the province and the country are silent; other domestic places answer.",
      remedy: ["Try another carrier's mobile data.", "Tell both the carrier and the centre the line below."],
      tell:
        "The Internet works at our office and no government system can be reached: {places}. Please check the " +
        "routes to the state's networks.",
    },
  },
} as const satisfies Causes;
