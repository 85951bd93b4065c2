import type { Causes } from "./shape.ts";

/** The laptop's own cable, and what stands between it and the router. */
export const lanCauses = {
  PROXY_ARP: {
    culprit: "lan",
    mender: "technician",
    vi: {
      title: "Một máy trả lời thay cho mọi địa chỉ (proxy ARP)",
      explanation:
        "{mac}[[, tức modem {gateway},]] trả lời thay cho mọi địa chỉ trong mạng: không đếm được thiết bị, danh sách chỉ ghi " +
        "thiết bị đã chứng thực được.",
      remedy: [
        "Không cần sửa nếu mạng được đặt như vậy.",
        "Không chủ ý: tắt “proxy ARP” trong modem hoặc bộ định tuyến.",
      ],
      tell: "Thiết bị {mac} trả lời ARP thay cho mọi địa chỉ trong mạng.",
    },
    en: {
      title: "One machine answers for every address (proxy ARP)",
      explanation:
        "{mac}[[, the router {gateway},]] answers for every address of the network: devices cannot be counted, and only " +
        "proven ones are listed.",
      remedy: ["Nothing to mend if the network is meant to be so.", "If not, switch proxy ARP off in the router."],
      tell: "The device {mac} answers ARP for every address of our network.",
    },
  },
  LINK_INTERRUPTED: {
    culprit: "cable",
    mender: "technician",
    vi: {
      title: "Dây mạng hoặc bộ chuyển mạch đứt trong lúc kiểm tra",
      explanation:
        "Ở giây thứ {seconds} của lần kiểm tra, modem và mọi điểm sau nó mất cùng một lúc[[; khi đó đang tìm thiết bị trong " +
        "mạng ({sweeping}), bộ chuyển mạch có chế độ bảo vệ có thể đã tự khóa cổng]].",
      remedy: [
        "Xem đèn ở cổng mạng của máy và của bộ chuyển mạch; cắm chặt lại hoặc đổi dây, đổi cổng.",
        "Xem bộ chuyển mạch và modem còn điện.",
        "Chạy kiểm tra lại ngay: lần sau mới cho biết tình trạng bây giờ.",
      ],
      tell: "Mạng nội bộ vừa mất cùng lúc với modem trong khi đang kiểm tra; đang xem dây và bộ chuyển mạch.",
    },
    en: {
      title: "The cable or the switch went away while it was being checked",
      explanation:
        "At second {seconds} of the check the router and everybody behind it fell silent at once[[; devices were being " +
        "looked for then ({sweeping}), and a switch that guards its ports may have shut this one]].",
      remedy: [
        "Look at the lamps of the laptop's port and of the switch; seat the cable again, or change cable or port.",
        "See whether switch and router have power.",
        "Scan again now: only that tells the present state.",
      ],
      tell: "Our network was cut while it was being checked, the router with it; cable and switch are being looked at.",
    },
  },
  LINK_DOWN: {
    culprit: "cable",
    mender: "technician",
    vi: {
      title: "Dây mạng không có tín hiệu",
      explanation:
        "Cạc {interface} đang bật nhưng không nhận được tín hiệu nào: dây tuột, đứt, ướt, hoặc bộ chuyển mạch " +
        "mất điện.",
      remedy: [
        "Cắm chặt lại hai đầu dây mạng, xem đèn ở cổng có sáng.",
        "Đổi sang cổng khác của bộ chuyển mạch, rồi đổi dây khác.",
        "Xem bộ chuyển mạch có điện; nếu đã ướt thì không cấp điện.",
        "Với Wi-Fi: chọn lại mạng của cơ quan.",
      ],
      tell: "Máy không có tín hiệu trên dây mạng; lỗi trong phòng, chưa liên quan đến nhà mạng.",
    },
    en: {
      title: "No signal on the network cable",
      explanation:
        "Adapter {interface} is on and hears no signal: the cable is loose, cut or wet, or the switch has no power.",
      remedy: [
        "Reseat both ends of the cable and look for the port's lamp.",
        "Try another port of the switch, then another cable.",
        "Check that the switch has power; if it got wet, do not power it.",
        "For Wi-Fi: join the office's network again.",
      ],
      tell: "There is no signal on the computer's cable; the fault is in the room, not with the carrier.",
    },
  },
  LAN_LOSS: {
    culprit: "cable",
    mender: "technician",
    vi: {
      title: "Mất gói ngay trong mạng nội bộ",
      explanation:
        "Mất {lost}/{sent} gói ({percent} %) ngay trong mạng nội bộ[[, trên đoạn từ máy đến modem {gateway}]][[, " +
        "trên đoạn đến các máy khác; modem {silent} không trả lời, có thể cũng vì vậy]]: dây, đầu nối hoặc cổng " +
        "kém[[; cạc báo {errors} lỗi]].",
      remedy: [
        "Thay dây mạng của máy, dùng cổng khác của bộ chuyển mạch.",
        "Lau khô, vệ sinh ổ cắm mạng; bấm lại đầu RJ45.",
        "Cắm máy thẳng vào modem để so sánh; nếu hết mất gói thì lỗi ở bộ chuyển mạch hoặc dây tường.",
      ],
      tell: "Mất {percent} % gói ngay trong mạng nội bộ của cơ quan; chưa phải lỗi nhà mạng.",
    },
    en: {
      title: "Packets get lost inside the office",
      explanation:
        "{lost} of {sent} packets ({percent} %) are lost inside the office[[, between the computer and the " +
        "router {gateway}]][[, on the way to its other machines; the router {silent} does not answer, perhaps " +
        "for the same reason]]: a bad cable, jack or port[[; the adapter counts {errors} errors]].",
      remedy: [
        "Replace the computer's cable, use another port of the switch.",
        "Dry and clean the jack; crimp the plug again.",
        "Plug the computer straight into the router to compare: if the loss is gone, the switch or the wall " +
          "cable is bad.",
      ],
      tell: "{percent} % of packets are lost inside the office's own network; this is not the carrier's fault.",
    },
  },
  WIFI_WEAK: {
    culprit: "cable",
    mender: "technician",
    vi: {
      title: "Wi-Fi yếu hoặc nhiễu",
      explanation: "Mất {lost}/{sent} gói ({percent} %) giữa máy và bộ phát Wi-Fi[[, cường độ {signal} %]].",
      remedy: [
        "Đến gần bộ phát, hoặc dùng dây mạng để kiểm tra.",
        "Khởi động lại bộ phát; đổi kênh nếu quanh đó nhiều mạng.",
        "Chạy kiểm tra lại bằng dây trước khi báo nhà mạng.",
      ],
      tell: "Wi-Fi trong phòng mất {percent} % gói; cần kiểm tra lại bằng dây.",
    },
    en: {
      title: "The Wi-Fi is weak or disturbed",
      explanation:
        "{lost} of {sent} packets ({percent} %) are lost between the computer and the access point[[, signal " +
        "{signal} %]].",
      remedy: [
        "Go nearer to the access point, or use a cable.",
        "Restart the access point; change its channel where there are many.",
        "Scan again by cable before calling the carrier.",
      ],
      tell: "The Wi-Fi in the room loses {percent} % of packets; check by cable first.",
    },
  },
  LAN_SILENT: {
    culprit: "lan",
    mender: "technician",
    vi: {
      title: "Có tín hiệu nhưng cả mạng nội bộ im lặng",
      explanation:
        "Cạc {interface} có tín hiệu nhưng không thấy thiết bị nào khác[[ (nghe được {heard} gói)]][[; lần trước " +
        "có {expected} thiết bị]].",
      remedy: [
        "Xem điện và đèn của bộ chuyển mạch; cắm lại dây từ bộ chuyển mạch đến modem.",
        "Cắm máy thẳng vào modem[[ ({gateway})]]: nếu được thì bộ chuyển mạch hoặc dây nối lên hỏng.",
        "Thiết bị đã ướt thì không cấp điện, ghi vào danh mục.",
      ],
      tell: "Trong phòng không thiết bị mạng nào trả lời; đang kiểm tra bộ chuyển mạch và modem.",
    },
    en: {
      title: "A signal, and nobody on the office's network",
      explanation:
        "Adapter {interface} has a signal and sees no other device[[ (it heard {heard} packets)]][[; last time " +
        "there were {expected}]].",
      remedy: [
        "Check power and lamps of the switch; reseat the cable from the switch to the router.",
        "Plug the computer straight into the router[[ ({gateway})]]: if that works, the switch or its uplink is " +
          "broken.",
        "Never power a wet device; put it on the list.",
      ],
      tell: "No network device in the room answers; switch and router are being checked.",
    },
  },
  DUPLICATE_IP: {
    culprit: "lan",
    mender: "technician",
    vi: {
      title: "Hai máy dùng chung một địa chỉ IP",
      explanation:
        "Địa chỉ {address}[[ của modem ({router})]] cũng đang được máy khác dùng[[ (MAC {mac})]], nên kết nối chập chờn.",
      remedy: [
        "[[Chuyển máy này ({interface}) sang nhận địa chỉ tự động (DHCP), hoặc đặt địa chỉ khác.]]",
        "Tìm máy kia[[ theo MAC {mac}]] và đổi địa chỉ của nó.",
        "Rút máy kia ra, thử lại để xác nhận.",
      ],
      tell: "Trong cơ quan có hai máy cùng địa chỉ {address}; sửa tại chỗ, không cần nhà mạng.",
    },
    en: {
      title: "Two machines use the same address",
      explanation:
        "Another machine also uses the address {address}[[ of the router ({router})]][[ (hardware address {mac})]], so " +
        "connections come and go.",
      remedy: [
        "[[Switch this computer ({interface}) to DHCP, or give it another address.]]",
        "Find the other machine[[ by its hardware address {mac}]] and change its address.",
        "Unplug the other one to confirm.",
      ],
      tell: "Two machines in the office share the address {address}; it can be mended on site.",
    },
  },
} as const satisfies Causes;
