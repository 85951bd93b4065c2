import type { Causes } from "./shape.ts";

/** The laptop's own cable and the office's network. */
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
  DEVICE_ABSENT: {
    culprit: "lan",
    mender: "technician",
    vi: {
      title: "Thiết bị từng có nay không thấy",
      explanation: "Không còn thấy {devices}; lần kiểm tra tốt gần nhất ({since}) vẫn có.",
      remedy: [
        "Đến xem thiết bị: điện, dây mạng, có bị ướt không.",
        "Nếu đã ướt: không bật, đánh giá trong danh mục thiết bị.",
      ],
      tell: "Thiết bị {devices} không còn trên mạng; các phần khác vẫn kiểm tra được.",
    },
    en: {
      title: "A device that was here is missing",
      explanation: "{devices} can no longer be seen; the last healthy visit ({since}) saw it.",
      remedy: [
        "Go and look: power, cable, water?",
        "If it got wet, do not switch it on; judge it in the device checklist.",
      ],
      tell: "{devices} is gone from the network; the rest could be checked.",
    },
  },
  TLS_INTERCEPTED: {
    culprit: "lan",
    mender: "technician",
    vi: {
      title: "Kết nối mã hóa bị chen ngang",
      explanation:
        "{count} trang khác nhau đều đưa chứng thư do cùng một nơi lạ cấp: {issuer}. Có phần mềm hoặc thiết bị " +
        "đứng giữa đọc nội dung.",
      remedy: [
        "Tạm tắt tính năng kiểm tra HTTPS của phần mềm diệt vi-rút rồi thử lại.",
        "Hỏi người quản trị: có thiết bị lọc nội dung trong mạng không?",
        "Nếu không ai nhận: không đăng nhập, không ký số; báo trung tâm.",
      ],
      tell: "Mọi trang đều hiện chứng thư do {issuer} cấp; nghi có thiết bị chen giữa, chúng tôi tạm dừng đăng nhập.",
    },
    en: {
      title: "Encrypted connections are intercepted",
      explanation:
        "{count} different sites all show a certificate by the same foreign issuer: {issuer}. A program or a box " +
        "stands in between and reads along.",
      remedy: [
        "Suspend HTTPS inspection of the antivirus and try again.",
        "Ask the administrator whether a content filter is in the network.",
        "If nobody owns it: do not log in, do not sign; tell the centre.",
      ],
      tell: "Every site shows a certificate issued by {issuer}; we suspect interception and have stopped logging in.",
    },
  },
  UNUSUAL_NETWORK: {
    culprit: "lan",
    mender: "technician",
    vi: {
      title: "Đây không phải mạng thường dùng của cơ quan",
      explanation:
        "Máy đang ở địa chỉ {address}[[ sau {gateway}]]; mạng thường dùng là {usual}. Có thể đang đi qua điện " +
        "thoại hoặc thiết bị mới.",
      remedy: [
        "Kiểm tra máy đang nối vào đâu: dây của cơ quan, điện thoại, hay Wi-Fi bên cạnh.",
        "Nếu nhà mạng đã thay modem: ghi lại, lần sau sẽ là mạng thường dùng.",
      ],
      tell: "Kết quả này đo trên mạng khác với mạng thường dùng của cơ quan.",
    },
    en: {
      title: "This is not the office's usual network",
      explanation:
        "The computer has address {address}[[ behind {gateway}]]; the usual network is {usual}. It may be a " +
        "phone or new equipment.",
      remedy: [
        "Check what the computer is joined to: the office's cable, a phone, a neighbour's Wi-Fi.",
        "If the carrier replaced the router, note it; next time it will be the usual one.",
      ],
      tell: "These results were measured on another network than the office's usual one.",
    },
  },
  WRONG_GATEWAY: {
    culprit: "lan",
    mender: "technician",
    vi: {
      title: "Cổng ra đang đặt không phải là modem",
      explanation:
        "Máy gửi mọi thứ ra {gateway}[[ (MAC {mac})]], nhưng đó là một máy khác trong phòng, không phải modem; {router} mới " +
        "là nơi ra được Internet.",
      remedy: [
        "Xin lại địa chỉ (ipconfig /renew); nếu đặt tay thì sửa cổng ra của {interface} thành {router}.",
        "Vẫn ra {gateway}: trong phòng có máy lạ cấp địa chỉ; tìm[[ theo MAC {mac}]] và tắt chia sẻ mạng, DHCP trên máy đó.",
        "Chạy kiểm tra lại.",
      ],
      tell: "Cổng ra trên máy là {gateway}, không phải modem ({router}); sửa tại chỗ, không cần nhà mạng.",
    },
    en: {
      title: "The gateway that is set is not the router",
      explanation:
        "The computer sends everything to {gateway}[[ (hardware address {mac})]], which is another computer of the office and " +
        "no router; {router} is the one that reaches the Internet.",
      remedy: [
        "Renew the address (ipconfig /renew); where it is set by hand, set the gateway of {interface} to {router}.",
        "If it is {gateway} again, a stray machine hands out addresses: find it[[ by hardware address {mac}]] and switch " +
          "its network sharing and DHCP off.",
        "Scan again.",
      ],
      tell: "The computer's gateway is {gateway}, not the router ({router}); it can be mended on site, without the carrier.",
    },
  },
  ROGUE_DHCP: {
    culprit: "lan",
    mender: "technician",
    vi: {
      title: "Có thiết bị lạ đang cấp địa chỉ",
      explanation:
        "Máy nhận cổng ra {gateway}[[ từ {server}]], trong khi modem thường dùng {usual} vẫn còn trong mạng.",
      remedy: [
        "Tìm thiết bị mới cắm (bộ phát Wi-Fi, modem cũ) đang cấp DHCP[[, MAC {mac}]].",
        "Rút nó ra hoặc tắt DHCP, cắm dây vào cổng LAN chứ không phải WAN.",
        "Xin lại địa chỉ (ipconfig /renew) rồi chạy kiểm tra lại.",
      ],
      tell: "Trong mạng có thiết bị lạ {gateway} cấp địa chỉ; sửa tại chỗ.",
    },
    en: {
      title: "A stray device hands out addresses",
      explanation:
        "The computer was given gateway {gateway}[[ by {server}]], while the usual router {usual} is still on " +
        "the network.",
      remedy: [
        "Find the new device (access point, old router) that runs DHCP[[, hardware address {mac}]].",
        "Unplug it or switch its DHCP off; use its LAN port, not WAN.",
        "Renew the address (ipconfig /renew) and scan again.",
      ],
      tell: "A stray device, {gateway}, hands out addresses in the office; it can be mended on site.",
    },
  },
} as const satisfies Causes;
