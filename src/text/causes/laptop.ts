import type { Causes } from "./shape.ts";

/** The laptop and its settings. */
export const laptopCauses = {
  NO_USABLE_INTERFACE: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Máy không có cạc mạng dùng được",
      explanation: "Hệ điều hành không thấy cạc mạng có dây hay Wi-Fi nào, nên máy không thể nối vào mạng của cơ quan.",
      remedy: [
        "Cắm bộ chuyển đổi USB–LAN hoặc USB Wi-Fi dự phòng.",
        "Mở phần quản lý thiết bị, xem cạc mạng có bị dấu chấm than; cài lại trình điều khiển.",
        "Nếu máy bị ướt: không thử tiếp, chuyển sang danh mục thiết bị.",
      ],
      tell: "Máy này hỏng hoặc thiếu cạc mạng; đường truyền chưa kiểm tra được bằng máy này.",
    },
    en: {
      title: "This computer has no usable network adapter",
      explanation:
        "The operating system sees no wired or Wi-Fi adapter, so the computer cannot join the office's network.",
      remedy: [
        "Plug in a spare USB network adapter.",
        "Look for the adapter in the device manager and reinstall its driver.",
        "If the computer got wet, stop and go on to the device checklist.",
      ],
      tell: "This computer's network adapter is missing or broken; the line could not be tested with it.",
    },
  },
  INTERFACE_DISABLED: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Cạc mạng đang bị tắt",
      explanation: "Cạc {interface} bị tắt trong cài đặt của máy nên không có tín hiệu nào.",
      remedy: [
        "Bật lại cạc {interface} trong phần kết nối mạng (Enable).",
        "Với Wi-Fi: tắt chế độ máy bay, gạt công tắc Wi-Fi trên thân máy.",
        "Chạy kiểm tra lại.",
      ],
      tell: "Cạc mạng {interface} của máy bị tắt; không phải lỗi của nhà mạng.",
    },
    en: {
      title: "The network adapter is switched off",
      explanation: "Adapter {interface} is disabled in the computer's settings, so there is no signal at all.",
      remedy: [
        "Enable adapter {interface} in the network settings.",
        "For Wi-Fi: leave flight mode and use the switch on the case.",
        "Scan again.",
      ],
      tell: "The computer's adapter {interface} is switched off; this is not the carrier's fault.",
    },
  },
  STATIC_WRONG_SUBNET: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Địa chỉ IP đặt tay không thuộc mạng này",
      explanation:
        "Máy dùng địa chỉ đặt tay {address}/{prefix}[[ với cổng ra {gateway}]], nhưng không thiết bị nào của " +
        "mạng ấy có ở đây[[; mạng thường dùng là {usual}]].",
      remedy: [
        "Mở cài đặt IPv4 của {interface}, chọn tự nhận địa chỉ (DHCP).",
        "Nếu cơ quan bắt buộc dùng IP tĩnh: hỏi bảng địa chỉ, đặt đúng địa chỉ, mặt nạ và cổng ra.",
        "Chạy kiểm tra lại.",
      ],
      tell: "Máy đặt địa chỉ tay {address}/{prefix} của mạng khác; sửa tại máy là đủ.",
    },
    en: {
      title: "A static address that does not belong to this network",
      explanation:
        "The computer uses the hand-set address {address}/{prefix}[[ with gateway {gateway}]], and nobody of " +
        "that network is here[[; the usual network is {usual}]].",
      remedy: [
        "Set IPv4 of {interface} to automatic (DHCP).",
        "Where the office insists on static addresses, ask for its list and set address, mask and gateway rightly.",
        "Scan again.",
      ],
      tell:
        "The computer has a static address, {address}/{prefix}, of another network; mending it on the computer is " +
        "enough.",
    },
  },
  WRONG_NETMASK: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Mặt nạ mạng đặt quá rộng",
      explanation: "Máy coi {hosts} là thiết bị cùng phòng vì mạng của nó đặt là {prefix}, nên không gửi qua modem.",
      remedy: ["Sửa mặt nạ mạng của {interface} (thường là 255.255.255.0), hoặc chọn DHCP.", "Chạy kiểm tra lại."],
      tell: "Mặt nạ mạng trên máy đặt sai ({prefix}); sửa tại máy là đủ.",
    },
    en: {
      title: "The netmask is too wide",
      explanation:
        "The computer takes {hosts} for neighbours in the room because its network is set to {prefix}, and does " +
        "not send to the router.",
      remedy: ["Correct the netmask of {interface} (mostly 255.255.255.0), or use DHCP.", "Scan again."],
      tell: "The netmask on the computer is wrong ({prefix}); mending it there is enough.",
    },
  },
  NO_ADDRESS: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Cạc mạng đặt tay nhưng chưa có địa chỉ",
      explanation: "{interface} đã tắt nhận địa chỉ tự động (DHCP) mà không có địa chỉ nào được điền.",
      remedy: [
        "Chọn tự nhận địa chỉ (DHCP) cho {interface}.",
        "Hoặc điền địa chỉ theo bảng của cơ quan.",
        "Chạy kiểm tra lại.",
      ],
      tell: "Máy chưa được đặt địa chỉ mạng; sửa tại máy là đủ.",
    },
    en: {
      title: "Set by hand, and no address entered",
      explanation: "{interface} does not ask for an address (DHCP is off), and none was entered.",
      remedy: [
        "Switch {interface} to automatic addresses (DHCP).",
        "Or enter an address from the office's list.",
        "Scan again.",
      ],
      tell: "The computer has no network address; mending it there is enough.",
    },
  },
  ROUTE_PREFERS_DEAD_INTERFACE: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Máy đi ra bằng cạc mạng không có đường",
      explanation:
        "Máy ưu tiên {interface} (độ ưu tiên {metric})[[ qua {gateway}]][[ cho {prefixes}]] nhưng hướng đó không đi đến " +
        "đâu; {other} qua {otherGateway} vẫn sống.",
      remedy: [
        "{interface} là VPN thì ngắt VPN; không thì tắt nó, hoặc rút dây/ngắt kết nối của nó.",
        "Nếu phải giữ: tăng metric của {interface} cao hơn {otherMetric}.",
        "Chạy kiểm tra lại.",
      ],
      tell: "Máy đang đi ra nhầm cạc {interface}; đường qua {otherGateway} vẫn tốt.",
    },
    en: {
      title: "Traffic leaves by an adapter that leads nowhere",
      explanation:
        "The computer prefers {interface} (metric {metric})[[ through {gateway}]][[ for {prefixes}]], which leads nowhere; " +
        "{other} through {otherGateway} is alive.",
      remedy: [
        "If {interface} is a VPN, disconnect it; if not, disable it or pull its plug.",
        "If it must stay, raise its metric above {otherMetric}.",
        "Scan again.",
      ],
      tell: "The computer uses the wrong adapter, {interface}; the way through {otherGateway} is fine.",
    },
  },
  HOSTS_FILE_OVERRIDE: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Tệp hosts của máy chỉ sai địa chỉ",
      explanation: "Tệp {path} (dòng {lines}) chỉ {names} đến {address}[[, trong khi địa chỉ đúng là {right}]].",
      remedy: [
        "Mở {path} bằng quyền quản trị, xóa hoặc thêm dấu # trước dòng {lines}.",
        "Xóa bộ nhớ đệm tên miền (ipconfig /flushdns).",
        "Quét mã độc: tệp này hay bị mã độc sửa.",
      ],
      tell: "Tệp hosts trên máy chỉ sai {names} đến {address}; máy chủ không hỏng.",
    },
    en: {
      title: "The hosts file sends a name to the wrong place",
      explanation: "{path} (line {lines}) sends {names} to {address}[[, while the right address is {right}]].",
      remedy: [
        "Open {path} as administrator and remove line {lines}, or put a # before it.",
        "Flush the name cache (ipconfig /flushdns).",
        "Check for malware: it likes to change this file.",
      ],
      tell: "The hosts file of the computer sends {names} to {address}; the server is not at fault.",
    },
  },
  LOCAL_FIREWALL: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Tường lửa trên máy chặn kết nối",
      explanation: "Chính hệ điều hành từ chối {count} kết nối ra ngoài; không gói tin nào rời khỏi máy.",
      remedy: [
        "Tạm tắt tường lửa hoặc phần mềm diệt vi-rút của hãng khác rồi thử lại.",
        "Tìm quy tắc chặn chiều ra và gỡ bỏ.",
        "Bật lại tường lửa sau khi sửa.",
      ],
      tell: "Tường lửa trên máy chặn kết nối ra; không phải lỗi đường truyền.",
    },
    en: {
      title: "A firewall on this computer forbids the connections",
      explanation: "The operating system itself refused {count} outgoing connections; no packet left the computer.",
      remedy: [
        "Suspend the firewall or third-party antivirus for a moment and try again.",
        "Find the outgoing rule that blocks, and remove it.",
        "Switch the firewall on again.",
      ],
      tell: "A firewall on the computer blocks outgoing connections; the line is not at fault.",
    },
  },
  SIGNING_AGENT_MISSING: {
    culprit: "laptop",
    mender: "technician",
    vi: {
      title: "Chương trình ký số không chạy trên máy này",
      explanation:
        "Không có chương trình nào nghe tại {place}; chương trình này cần trên máy của cán bộ ký, không cần trên " +
        "máy kỹ thuật.",
      remedy: [
        "Kiểm tra trên máy của cán bộ ký: mở VGCA Sign Service, cắm USB Token.",
        "Nếu chưa có, cài lại từ trang của Ban Cơ yếu.",
      ],
      tell: "Trên máy kiểm tra không có chương trình ký số; cần xem trên máy của cán bộ ký.",
    },
    en: {
      title: "The signing program does not run on this computer",
      explanation:
        "Nothing listens at {place}; the program is needed on the signing officer's computer, not on the technician's.",
      remedy: [
        "On the officer's computer start VGCA Sign Service and plug in the USB token.",
        "If it is missing, install it again from the issuer's site.",
      ],
      tell: "There is no signing program on the computer used for the check; look at the signing officer's computer.",
    },
  },
} as const satisfies Causes;
