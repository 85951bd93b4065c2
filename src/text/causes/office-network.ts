import type { Causes } from "./shape.ts";

/** Who is who in the office's network, and whose network it is. */
export const officeNetworkCauses = {
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
