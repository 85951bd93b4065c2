import type { Causes } from "./shape.ts";

/** The office's router or ONT: power, addresses, forwarding, filters, its DNS proxy. */
export const gatewayCauses = {
  DHCP_NO_LEASE: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Không được cấp địa chỉ IP",
      explanation:
        "{interface} xin địa chỉ nhưng không ai cấp[[, máy tự đặt {address}]]: modem tắt, dây đến modem đứt, " +
        "hoặc dịch vụ cấp địa chỉ ngừng.",
      remedy: [
        "Xem modem có điện, đèn LAN sáng; khởi động lại modem, đợi 2 phút.",
        "Cắm máy thẳng vào cổng LAN của modem.",
        "Xin lại địa chỉ: rút cắm dây, hoặc ipconfig /renew.",
      ],
      tell: "Modem không cấp địa chỉ cho máy; chúng tôi đã khởi động lại và thử cắm thẳng.",
    },
    en: {
      title: "No address was given",
      explanation:
        "{interface} asks for an address and nobody gives one[[; it gave itself {address}]]: the router is off, " +
        "the cable to it is cut, or its DHCP stopped.",
      remedy: [
        "Check the router's power and LAN lamps; restart it and wait two minutes.",
        "Plug the computer straight into a LAN port of the router.",
        "Ask again: reseat the cable, or ipconfig /renew.",
      ],
      tell: "The router gives the computer no address; we have restarted it and tried it directly.",
    },
  },
  DHCP_POOL_FULL: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Modem đã hết địa chỉ để cấp",
      explanation:
        "Modem[[ {router}]] còn sống[[, máy cấp địa chỉ là {server}]] nhưng {interface} không nhận được địa chỉ: " +
        "nhiều khả năng dải cấp đã hết.",
      remedy: [
        "Vào trang quản trị modem, tăng dải địa chỉ DHCP, giảm thời gian thuê xuống 1–2 giờ.",
        "Tạm thời: đặt địa chỉ tĩnh ngoài dải cấp.",
        "Tắt bớt Wi-Fi khách.",
      ],
      tell: "Modem hết địa chỉ để cấp; cần mở rộng dải DHCP.",
    },
    en: {
      title: "The router has no address left",
      explanation:
        "The router[[ {router}]] is alive[[ (the address server is {server})]], and {interface} gets no address: " +
        "most likely all are taken.",
      remedy: [
        "In the router's page enlarge the DHCP range and shorten leases to an hour or two.",
        "For now set a static address outside the range.",
        "Switch guest Wi-Fi off.",
      ],
      tell: "The router has no addresses left; its DHCP range must be enlarged.",
    },
  },
  NO_DEFAULT_ROUTE: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Máy không có cổng ra (default gateway)",
      explanation: "{interface} có địa chỉ {address} nhưng không được cho biết đi ra Internet qua đâu.",
      remedy: [
        "[[Máy nhận địa chỉ tự động ({dhcp}): sửa mục cổng ra (router) trong DHCP của modem, khởi động lại modem.]]",
        "[[Địa chỉ đặt tay trên máy ({typed}): điền địa chỉ modem vào ô Default gateway.]]",
        "Chạy kiểm tra lại.",
      ],
      tell: "Máy thiếu cổng ra. [[Modem cấp địa chỉ cho {dhcp} nhưng không cấp cổng ra; cần sửa cấu hình DHCP.]][[Máy ({typed}) đặt tay thiếu cổng ra; sửa tại máy là đủ.]]",
    },
    en: {
      title: "No default gateway",
      explanation: "{interface} has address {address} and was not told which way leads to the Internet.",
      remedy: [
        "[[Addresses come by themselves ({dhcp}): mend the router option in the router's DHCP settings and restart it.]]",
        "[[The address is set by hand ({typed}): enter the router's address as default gateway.]]",
        "Scan again.",
      ],
      tell: "The computer has no gateway. [[The router gives {dhcp} an address without a gateway; its DHCP settings must be mended.]][[The gateway is missing from the settings of {typed}; mending it on the computer is enough.]]",
    },
  },
  NO_DNS_CONFIGURED: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Máy không có máy chủ phân giải tên miền",
      explanation:
        "{interface} có địa chỉ nhưng không được cấp máy chủ phân giải tên miền (DNS), nên không tên trang nào " +
        "mở được.",
      remedy: [
        "[[Máy nhận địa chỉ tự động ({dhcp}): sửa mục DNS trong DHCP của modem, khởi động lại modem.]]",
        "[[Địa chỉ đặt tay trên máy ({typed}): điền địa chỉ modem vào ô DNS.]]",
        "Tạm thời: đặt trên máy một DNS mà nhà mạng cho.",
        "Chạy kiểm tra lại.",
      ],
      tell: "[[Modem không cấp máy chủ phân giải tên miền cho {dhcp}; ]][[Máy ({typed}) đặt tay thiếu DNS; ]]đường truyền không hỏng.",
    },
    en: {
      title: "No DNS server is configured",
      explanation: "{interface} has an address and no DNS server, so no site opens by its name.",
      remedy: [
        "[[Addresses come by themselves ({dhcp}): mend the DNS option in the router's DHCP settings and restart it.]]",
        "[[The address is set by hand ({typed}): enter the router's address as DNS server.]]",
        "For now set a DNS server that the carrier names on the computer.",
        "Scan again.",
      ],
      tell: "[[The router hands {dhcp} no DNS server; ]][[No DNS server is set on {typed}; ]]the line itself is not at fault.",
    },
  },
  GATEWAY_DOWN: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Modem không trả lời",
      explanation:
        "Modem {gateway} không trả lời bằng bất cứ cách nào[[, trong khi {stations} thiết bị khác trong phòng " +
        "vẫn sống]].",
      remedy: [
        "Xem modem có điện, bộ nguồn (adapter) còn tốt, có bị nước vào không; đã ướt thì không cấp điện.",
        "Cả trụ sở mất điện: gọi điện lực.",
        "Xem dây từ bộ chuyển mạch đến cổng LAN của modem: cắm lại, thử dây khác, cổng khác.",
        "Xin lại địa chỉ: rút cắm dây máy, hoặc ipconfig /renew (modem có thể đã đổi địa chỉ).",
        "Khởi động lại modem, đợi 2 phút, chạy kiểm tra lại.",
        "Đã thử hết mà vẫn im: modem của nhà mạng hỏng, yêu cầu đổi, không tự mở.",
      ],
      tell: "Modem tại trụ sở (địa chỉ {gateway}) không trả lời sau khi đã xem nguồn, dây và khởi động lại. Đề nghị kiểm tra thiết bị.",
    },
    en: {
      title: "The router does not answer",
      explanation:
        "The router {gateway} does not answer in any way[[, while {stations} other devices in the room are alive]].",
      remedy: [
        "Check its power, its adapter, and whether water got in; never power it wet.",
        "No power in the whole building: call the electricity company.",
        "Look at the cable from the switch to the router's LAN port: reseat it, try another cable, another port.",
        "Renew the address: reseat the computer's cable, or ipconfig /renew (the router may have another one now).",
        "Restart it, wait two minutes, scan again.",
        "All tried and still silent: a broken router of the carrier's; ask for another, do not open it.",
      ],
      tell: "The router at our office (address {gateway}) does not answer after power, cable and a restart were tried. Please check it.",
    },
  },
  GATEWAY_NOT_FORWARDING: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Modem không chuyển tiếp ra Internet",
      explanation:
        "Modem {gateway} vẫn sống nhưng không cho gói tin đi qua: {silent} điểm bên ngoài đều im lặng[[ (do " +
        "{from} từ chối)]].",
      remedy: [
        "Khởi động lại modem, đợi 2 phút.",
        "Vào trang modem: xem tường lửa, lọc MAC, kiểm soát truy cập; tắt quy tắc chặn.",
        "Không được: khôi phục cài đặt gốc sau khi hỏi nhà mạng tên đăng nhập PPPoE.",
      ],
      tell:
        "Modem {gateway} hoạt động và phân giải được tên miền, nhưng không chuyển tiếp cho máy trong mạng. Đề nghị " +
        "kiểm tra cấu hình modem từ xa.",
    },
    en: {
      title: "The router does not pass traffic on",
      explanation:
        "The router {gateway} is alive and lets nothing through: {silent} places outside are silent[[ ({from} " +
        "refuses)]].",
      remedy: [
        "Restart the router and wait two minutes.",
        "In its page look at firewall, MAC filter and access control; switch blocking rules off.",
        "If that fails, reset it, after asking the carrier for the PPPoE user name.",
      ],
      tell:
        "The router {gateway} works and resolves names, but does not forward for the computers. Please check its " +
        "settings remotely.",
    },
  },
  CAPTIVE_PORTAL: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Mạng yêu cầu đăng nhập",
      explanation:
        "Mọi trang bị thay bằng trang khác[[, đưa về {page}]]: phải đăng nhập hoặc bấm đồng ý trước khi dùng.",
      remedy: [
        "Mở trình duyệt vào một trang http:// bất kỳ[[ ({page})]], đăng nhập theo trang hiện ra.",
        "Nếu là Wi-Fi của nơi khác: nối lại vào mạng của cơ quan.",
        "Chạy kiểm tra lại.",
      ],
      tell: "Mạng đang thay mọi trang bằng trang đăng nhập[[ {page}]]; cần tài khoản hoặc tắt trang đăng nhập.",
    },
    en: {
      title: "The network wants a log-in",
      explanation:
        "Another page comes in the place of every page[[; they are sent to {page}]]: log in or accept the terms first.",
      remedy: [
        "Open any http:// page[[ ({page})]] in a browser and log in.",
        "If this is somebody else's Wi-Fi, join the office's network.",
        "Scan again.",
      ],
      tell:
        "The network shows a log-in page in the place of every page[[ ({page})]]; we need an account, or the log-in " +
        "page switched off.",
    },
  },
  DNS_FORWARDER_DEAD: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Bộ phân giải tên miền trên modem đã chết",
      explanation:
        "{server} không trả lời câu hỏi tên miền, trong khi đường ra Internet vẫn thông[[; {useful} trả lời tốt]].",
      remedy: [
        "Khởi động lại modem.",
        "Tạm thời: đặt DNS trên máy là [[{useful} hoặc ]]DNS mà nhà mạng cho.",
        "Bị lại: đổi DNS trong DHCP của modem, báo nhà mạng đổi modem.",
      ],
      tell: "Modem không còn phân giải tên miền ({server}); đường truyền vẫn thông. Đề nghị kiểm tra hoặc đổi modem.",
    },
    en: {
      title: "The router's DNS proxy is dead",
      explanation: "{server} answers no DNS question while the way to the Internet is free[[; {useful} answers well]].",
      remedy: [
        "Restart the router.",
        "For now set DNS on the computer to [[{useful} or ]]one that the carrier names.",
        "If it comes back, change DNS in the router's DHCP settings and ask for another router.",
      ],
      tell: "Our router no longer resolves names ({server}); the line itself works. Please check or replace the router.",
    },
  },
} as const satisfies Causes;
