import type { Causes } from "./shape.ts";

/** The line and the carrier's network: filters on the way, and how well it carries. */
export const lineCauses = {
  SNI_BLOCKED: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Kết nối bị cắt khi gọi tên trang",
      explanation: "Nối được đến {hosts}, nhưng bị ngắt đúng lúc máy nói tên trang: có bộ lọc theo tên trên đường.",
      remedy: [
        "Thử trang ấy bằng 4G của nhà mạng khác: nếu được thì bộ lọc ở đường dây này.",
        "Xem modem hoặc tường lửa của cơ quan có lọc trang theo tên không.",
        "Báo nhà mạng, đọc câu dưới.",
      ],
      tell:
        "Kết nối đến {places} mở được nhưng bị ngắt (RST) ngay sau ClientHello; trang khác bình thường. Đề nghị " +
        "kiểm tra bộ lọc theo tên (SNI).",
    },
    en: {
      title: "The connection is cut when the site is named",
      explanation:
        "{hosts} can be connected to, and is cut just when the computer names the site: a filter on the way " +
        "reads names.",
      remedy: [
        "Try the site over another carrier's 4G: if it works there, the filter is on this line.",
        "See whether the office's router or firewall filters sites by name.",
        "Call the carrier and read out the line below.",
      ],
      tell:
        "Connections to {places} open and are reset right after the ClientHello; other sites work. Please check " +
        "filters by name (SNI).",
    },
  },
  MTU_BLACKHOLE: {
    culprit: "isp",
    mender: "technician",
    vi: {
      title: "Gói tin lớn bị mất trên đường (MTU)",
      explanation:
        "Gói nhỏ đi được, gói lớn mất không báo[[ (qua được {passed} byte, mất từ {lost} byte)]], nên {hosts} mở " +
        "ra rồi treo.",
      remedy: [
        "[[Vào trang modem: đặt MTU của WAN là {passed} (cỡ đã thấy đi qua được), bật MSS clamp.]]",
        "[[Tạm thời trên máy: đặt MTU cạc mạng là {passed}.]]",
        "Nếu chỉ hỏng ở một nơi: báo đơn vị ấy kiểm tra MTU đường vào của họ.",
        "Báo nhà mạng để sửa tận gốc.",
      ],
      tell:
        "Gói lớn bị mất trên đường truyền[[: gói {passed} byte đi được, {lost} byte mất]], không có ICMP báo lại. " +
        "Đề nghị kiểm tra MTU/MSS.",
    },
    en: {
      title: "Big packets vanish on the way (MTU)",
      explanation:
        "Small packets pass, big ones vanish without a word[[ ({passed} bytes pass, {lost} are lost)]], so " +
        "{hosts} opens and then hangs.",
      remedy: [
        "[[In the router's page set the WAN MTU to {passed} (the size that was seen to pass) and switch MSS clamping on.]]",
        "[[For now set the adapter's MTU to {passed} on the computer.]]",
        "If one place alone fails, ask its owner to check the MTU of the way in.",
        "Tell the carrier, to mend it for good.",
      ],
      tell:
        "Big packets are lost on our line[[: {passed} bytes pass, {lost} do not]], and no ICMP tells. Please check " +
        "MTU and MSS.",
    },
  },
  LARGE_TRANSFER_FAILS: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Tải nội dung lớn bị đứt giữa chừng",
      explanation: "Trang bắt đầu tải rồi đứt ở {hosts}; gói nhỏ vẫn đi được.",
      remedy: ["Thử đặt MTU 1400 trên modem.", "Cắm máy thẳng vào modem, thử lại.", "Báo nhà mạng."],
      tell: "Tải nội dung lớn từ {places} đều đứt giữa chừng. Đề nghị kiểm tra đường truyền và MTU.",
    },
    en: {
      title: "Large transfers break off",
      explanation: "Pages begin to load and break off at {hosts}; small packets pass.",
      remedy: [
        "Try an MTU of 1400 on the router.",
        "Plug the computer straight into the router and try again.",
        "Call the carrier.",
      ],
      tell: "Large transfers from {places} all break off. Please check the line and its MTU.",
    },
  },
  LINE_LOSS: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Đường truyền mất gói",
      explanation:
        "Mất {lost}/{sent} gói ({percent} %) phía sau modem[[, đoạn đến modem mất {nearLost}/{near}]]: trang chậm, họp " +
        "đứt tiếng.",
      remedy: [
        "Lau khô, cắm lại đầu quang hoặc dây WAN; khởi động lại modem.",
        "Không bẻ gập sợi quang; kiểm tra hộp cáp ngoài nhà có ngập không.",
        "Báo nhà mạng, đọc câu dưới.",
      ],
      tell:
        "Đường truyền mất {percent} % gói ({lost}/{sent}) sau modem[[, đến modem mất {nearLost}/{near}]]. Đề nghị đo suy " +
        "hao và kiểm tra tuyến.",
    },
    en: {
      title: "The line loses packets",
      explanation:
        "{lost} of {sent} packets ({percent} %) are lost behind the router[[, {nearLost} of {near} on the way to it]]: " +
        "pages are slow, calls break up.",
      remedy: [
        "Dry and reseat the fibre or WAN plug; restart the router.",
        "Do not bend the fibre; see whether the box outside is flooded.",
        "Call the carrier and read out the line below.",
      ],
      tell:
        "Our line loses {percent} % of packets ({lost} of {sent}) behind the router[[, {nearLost} of {near} on the way to " +
        "it]]. Please measure the fibre and check the route.",
    },
  },
  CONNECTIONS_LIMITED: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Kết nối mới bị bỏ, còn đường truyền không mất gói",
      explanation:
        "{lost}/{sent} lần mở kết nối mới không được, trong khi gói lẻ (DNS, gọi hình) đều về đủ: bảng kết nối của modem " +
        "đầy, hoặc có nơi giới hạn số kết nối. Không phải dây hay sợi quang.",
      remedy: [
        "Khởi động lại modem, đợi 2 phút, chạy kiểm tra lại.",
        "Tìm máy mở quá nhiều kết nối (tải ngang hàng, mã độc): rút từng máy rồi thử lại.",
        "Trong trang modem: bỏ giới hạn số phiên, tắt chống tấn công (DoS, SYN flood) để thử.",
        "Còn bị: hỏi nhà mạng có giới hạn số kết nối của thuê bao không.",
      ],
      tell:
        "Từ trụ sở chúng tôi {lost}/{sent} kết nối TCP mới bị bỏ trong khi UDP không mất. Đề nghị xem bảng phiên (NAT) và " +
        "giới hạn kết nối.",
    },
    en: {
      title: "New connections are dropped while the line loses nothing",
      explanation:
        "{lost} of {sent} new connections failed while single packets (DNS, calls) all came back: the router's table of " +
        "connections is full, or somebody limits their number. It is neither cable nor fibre.",
      remedy: [
        "Restart the router, wait two minutes, scan again.",
        "Look for a computer that opens too many (file sharing, malware): unplug one after the other and try again.",
        "In the router's page lift limits on sessions, and switch DoS or SYN-flood protection off to try.",
        "If it stays, ask the carrier whether it limits the line's connections.",
      ],
      tell:
        "From our office {lost} of {sent} new TCP connections are dropped while UDP loses nothing. Please look at the " +
        "table of sessions (NAT) and at limits on connections.",
    },
  },
  JITTER: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Độ trễ thay đổi thất thường",
      explanation:
        "Độ trễ trong nước thay đổi {ms} ms từ gói này sang gói khác[[ (đến modem chỉ {near} ms)]]: mở trang được, gọi chỉ " +
        "nghe được tiếng, hình sẽ đứng.",
      remedy: [
        "Tạm dừng tải, sao lưu, cập nhật ở các máy khác rồi kiểm tra lại.",
        "Đang dùng Wi-Fi hoặc 4G: thử bằng dây.",
        "Họp trực tuyến: tắt hình, hoặc họp nơi khác; kéo dài thì báo nhà mạng.",
      ],
      tell: "Độ trễ từ trụ sở chúng tôi thay đổi {ms} ms giữa các gói. Đề nghị kiểm tra đường truyền.",
    },
    en: {
      title: "The delay varies wildly",
      explanation:
        "Inside the country the delay varies by {ms} ms from packet to packet[[ (by {near} ms to the router)]]: pages work, " +
        "calls are left with voice, pictures freeze.",
      remedy: [
        "Stop transfers, backups and updates of other computers, and scan again.",
        "On Wi-Fi or 4G, try a cable.",
        "Meet without video, or elsewhere; if it lasts, call the carrier.",
      ],
      tell: "The delay from our office varies by {ms} ms between packets. Please check the line.",
    },
  },
  BUFFERBLOAT: {
    culprit: "isp",
    mender: "technician",
    vi: {
      title: "Đường truyền nghẽn khi có người tải",
      explanation:
        "Bình thường {idle} ms, khi đang tải lên {loaded} ms[[ ở tốc độ {kbps} kbit/s]]: hàng đợi trên đường quá dài.",
      remedy: [
        "Tạm dừng tải, sao lưu, cập nhật trong giờ làm việc và giờ họp.",
        "Bật QoS hoặc giới hạn tốc độ trên modem (90 % tốc độ thật).",
        "Hỏi nhà mạng nâng gói nếu kéo dài.",
      ],
      tell: "Khi có tải, độ trễ từ {idle} ms lên {loaded} ms. Đề nghị kiểm tra hàng đợi, hoặc tư vấn gói cao hơn.",
    },
    en: {
      title: "The line clogs as soon as it is used",
      explanation:
        "{idle} ms when idle, {loaded} ms under load[[ at {kbps} kbit/s]]: a queue on the way is far too long.",
      remedy: [
        "Stop uploads, backups and updates during work and meetings.",
        "Switch QoS on, or limit the router to 90 % of the real rate.",
        "Ask the carrier for a bigger plan if it lasts.",
      ],
      tell:
        "Under load the delay grows from {idle} ms to {loaded} ms. Please check the queues, or advise on a bigger " +
        "plan.",
    },
  },
  HIGH_LATENCY: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Độ trễ cao",
      explanation: "Đi về trong nước mất {ms} ms[[ (bình thường {usual} ms)]]: dùng được nhưng chậm, họp hình khó.",
      remedy: [
        "Nếu là đường vệ tinh: bình thường, chạy lại với --satellite.",
        "Xem có ai đang tải nặng; khởi động lại modem.",
        "Kéo dài: báo nhà mạng.",
      ],
      tell: "Độ trễ trong nước từ trụ sở chúng tôi là {ms} ms[[, bình thường {usual} ms]]. Đề nghị kiểm tra.",
    },
    en: {
      title: "The delay is high",
      explanation:
        "A round trip inside the country takes {ms} ms[[ (usually {usual} ms)]]: it works slowly, video will not.",
      remedy: [
        "On a satellite line that is normal: scan again with --satellite.",
        "See whether somebody is transferring much; restart the router.",
        "If it lasts, call the carrier.",
      ],
      tell: "The domestic round trip from our office is {ms} ms[[, usually {usual} ms]]. Please check.",
    },
  },
  LOW_BANDWIDTH: {
    culprit: "isp",
    mender: "carrier",
    vi: {
      title: "Tốc độ quá thấp",
      explanation:
        "Đường truyền quá hẹp[[: chỉ {kbps} kbit/s]][[; chỉ vài trang cùng mở, độ trễ đã từ {idle} ms lên " +
        "{loaded} ms]]; mở trang chậm, không họp hình được.",
      remedy: ["Tắt các máy đang tải, đo lại bằng dây.", "So với gói đã ký; báo nhà mạng nếu thấp hơn nhiều."],
      tell:
        "Đường truyền tại trụ sở rất chậm[[, đo được chỉ {kbps} kbit/s]][[, có tải thì độ trễ từ {idle} ms lên " +
        "{loaded} ms]]. Đề nghị kiểm tra tốc độ so với gói đã ký.",
    },
    en: {
      title: "The rate is far too low",
      explanation:
        "The line is far too narrow[[: only {kbps} kbit/s]][[; a few pages at once raise the delay from {idle} " +
        "ms to {loaded} ms]]; pages are slow, video is impossible.",
      remedy: [
        "Stop other transfers and measure again by cable.",
        "Compare with the plan; call the carrier if it is far below.",
      ],
      tell:
        "Our line is very slow[[, only {kbps} kbit/s were measured]][[, under load the delay grows from {idle} ms " +
        "to {loaded} ms]]. Please check it against our plan.",
    },
  },
} as const satisfies Causes;
