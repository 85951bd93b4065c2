import type { Cause } from "./index.ts";
import { MOMENT_TESTS } from "./moment-tests.ts";

interface Both {
  readonly vi: string;
  readonly en: string;
}

/** Names, or the line behind their server? */
const NAMES_OR_LINE: Both = {
  vi: "Mở http://1.1.1.1 bằng trình duyệt (địa chỉ số, không cần tên): mở được là chỉ hỏng tên miền, không được là đường truyền.",
  en: "Open http://1.1.1.1 in a browser (a number, no name needed): if it opens, only names fail; if not, it is the line.",
};

const ISSUER_ELSEWHERE: Both = {
  vi: "Mở một trang lớn trong nước, xem nơi cấp chứng thư: cùng nơi cấp đó là bị chen ngang.",
  en: "Open a big domestic site and look at its issuer: the same one means interception.",
};
const BY_PHONE: Both = {
  vi: "Mở cùng địa chỉ bằng 4G trên điện thoại: ra trang khác là bị sửa trên đường dây này.",
  en: "Open the same address over a phone's 4G: another page there means that this line alters it.",
};
const STILL_THERE: Both = {
  vi: "Hỏi trung tâm: tên này còn dùng và còn ở địa chỉ đó không.",
  en: "Ask the centre whether the name is still in use, and at that address.",
};

const PORT_LAMP: Both = {
  vi: "Nhìn đèn ở cổng mạng của máy và ở bộ chuyển mạch: không sáng là dây hoặc cổng; sáng là do cấp địa chỉ.",
  en: "Look at the lamps of the computer's port and the switch's: dark means the cable or the port; lit, the addresses.",
};

/** The one cheap test that tells two causes apart, keyed by both in the order of the alphabet. */
const TESTS: Readonly<Record<string, Both>> = {
  ...MOMENT_TESTS,
  "DHCP_NO_LEASE/LINK_DOWN": PORT_LAMP,
  "DHCP_POOL_FULL/LINK_DOWN": PORT_LAMP,
  "LAN_SILENT/LINK_DOWN": {
    vi: "Nhìn đèn ở cổng bộ chuyển mạch: mọi đèn tắt là bộ chuyển mạch mất điện; chỉ cổng này tắt là dây hoặc cổng.",
    en: "Look at the switch: all lamps dark means no power; only this port dark means the cable or the port.",
  },
  "SERVER_DOWN/TSLCD_LINE_DOWN": {
    vi: "Hỏi xã bên cạnh hoặc trung tâm: nơi đó có trả lời trên mạng chuyên dùng không; có là hỏng đường của trụ sở này.",
    en: "Ask the next commune or the centre whether that place answers on the government network: if so, this line is dead.",
  },
  "DHCP_NO_LEASE/DHCP_POOL_FULL": {
    vi:
      "Đặt tay một địa chỉ cao trong dải của modem (thường .250): mở được trang modem là hết địa chỉ, không mở " +
      "được là modem không phục vụ.",
    en:
      "Set a high address of the router's range by hand (often .250): if its page opens, addresses had run out; if " +
      "not, the router does not serve.",
  },
  "DHCP_NO_LEASE/LAN_SILENT": {
    vi: "Cắm máy thẳng vào cổng LAN của modem: nhận được địa chỉ là lỗi ở bộ chuyển mạch hoặc dây.",
    en: "Plug the computer straight into the router: if it gets an address, the switch or cable is at fault.",
  },
  "DHCP_POOL_FULL/LAN_SILENT": {
    vi: "Cắm máy thẳng vào modem và xem số máy đang nối trong trang modem.",
    en: "Plug straight into the router and count the clients in its page.",
  },
  "GATEWAY_DOWN/LAN_SILENT": {
    vi: "Cắm máy thẳng vào modem: modem trả lời là lỗi ở bộ chuyển mạch hoặc dây nối lên.",
    en: "Plug the computer straight into the router: if it answers, the switch or its uplink is at fault.",
  },
  "LAN_SILENT/STATIC_WRONG_SUBNET": {
    vi: "Tạm chọn nhận địa chỉ tự động (DHCP): nhận được địa chỉ khác là địa chỉ đặt tay sai.",
    en: "Switch to DHCP for a moment: if another address comes, the static one is wrong.",
  },
  "GATEWAY_DOWN/STATIC_WRONG_SUBNET": {
    vi: "Tạm chọn nhận địa chỉ tự động (DHCP): nhận được là địa chỉ đặt tay sai, không nhận được là modem.",
    en: "Switch to DHCP for a moment: if an address comes, the static one is wrong; if not, it is the router.",
  },
  "GATEWAY_DOWN/GATEWAY_NOT_FORWARDING": {
    vi: "Mở trang quản trị của modem bằng trình duyệt: mở được là modem còn sống.",
    en: "Open the router's own page in a browser: if it opens, the router is alive.",
  },
  "LINE_DOWN/WAN_LINK_DOWN": {
    vi: "Nhìn đèn modem: LOS đỏ hoặc PON tắt là mất tín hiệu tại đây; PON sáng mà không vào mạng là lỗi phía nhà mạng.",
    en:
      "Look at the router's lamps: LOS red or PON dark means no signal here; PON lit without Internet means the " +
      "carrier's side.",
  },
  "GATEWAY_NOT_FORWARDING/LINE_DOWN": {
    vi: "Vào trang modem xem mục WAN: có địa chỉ WAN và ping ra ngoài được là modem không chuyển tiếp.",
    en:
      "See the WAN entry in the router's page: if it has an address and can ping outside, it is the router that " +
      "does not forward.",
  },
  "GATEWAY_NOT_FORWARDING/ISP_NO_UPSTREAM": {
    vi:
      "Vào trang modem, ping từ modem tới một địa chỉ ngoài nhà mạng: được là modem không chuyển tiếp, không được " +
      "là lỗi phía nhà mạng.",
    en:
      "From the router's own page ping an address outside the carrier: if it answers, the router does not forward; " +
      "if not, it is the carrier.",
  },
  "GATEWAY_NOT_FORWARDING/ISP_REJECTS": {
    vi: "Vào trang modem, ping từ modem tới một địa chỉ ngoài nhà mạng: được là modem chặn, bị từ chối là nhà mạng.",
    en:
      "From the router's own page ping an address outside the carrier: if it answers, the router blocks; if it is " +
      "rejected, the carrier does.",
  },
  "GATEWAY_NOT_FORWARDING/WAN_LINK_DOWN": {
    vi:
      "Vào trang modem xem mục WAN: không có địa chỉ hoặc báo mất kết nối là đường vào; có địa chỉ thì tắt bật lại " +
      "modem.",
    en:
      "See the WAN entry in the router's page: no address or no link means the line; with an address, switch the " +
      "router off and on.",
  },
  "ISP_NO_UPSTREAM/WAN_LINK_DOWN": {
    vi: "Vào trang modem xem mục WAN: không có địa chỉ là mất đường vào; có địa chỉ là lỗi phía nhà mạng.",
    en: "See the WAN entry in the router's page: no address means no line; an address means the carrier's side.",
  },
  "ISP_REJECTS/WAN_LINK_DOWN": {
    vi: "Vào trang modem xem mục WAN: không có địa chỉ là mất đường vào; có địa chỉ là nhà mạng từ chối.",
    en: "See the WAN entry in the router's page: no address means no line; an address means that the carrier rejects.",
  },
  "LINE_DOWN/ROUTE_PREFERS_DEAD_INTERFACE": {
    vi: "Tắt cạc đang được ưu tiên rồi kiểm tra lại: vào được mạng là do cạc đó.",
    en: "Disable the preferred adapter and scan again: if it works, that adapter was the reason.",
  },
  "DATACENTRE_DOWN/ROUTE_PREFERS_DEAD_INTERFACE": {
    vi: "Ngắt VPN (hoặc tắt cạc đó) rồi kiểm tra lại: vào được hệ thống của tỉnh là do nó.",
    en: "Disconnect the VPN (or disable that adapter) and scan again: if the province's systems open, it was the reason.",
  },
  "CAPTIVE_PORTAL/ISP_SUSPENDED": {
    vi: "Mở trang thông báo bằng trình duyệt: hỏi tài khoản là trang đăng nhập, nói về cước là bị khóa.",
    en: "Open the page in a browser: one that asks for a log-in is a portal, one about bills is a suspension.",
  },
  "ISP_SUSPENDED/ONLY_DNS_PASSES": {
    vi: "Gọi tổng đài nhà mạng hỏi tình trạng thuê bao.",
    en: "Ask the carrier's hotline about the state of the subscription.",
  },
  "ISP_SUSPENDED/PORT_443_BLOCKED": {
    vi: "Mở một trang http:// bất kỳ: ra trang thông báo là bị khóa, mở bình thường là cổng 443 bị chặn.",
    en: "Open any http:// page: a notice means suspension, the normal page means that port 443 is blocked.",
  },
  "GATEWAY_DOWN/LINE_INTERRUPTED": {
    vi: "Nhìn đèn modem trong 3 phút: đèn tắt hết rồi sáng lại là modem tự khởi động.",
    en: "Watch the router's lamps for three minutes: all dark and lit again means that it restarts.",
  },
  "DNS_FORWARDER_DEAD/DNS_RESOLVER_SILENT": {
    vi: "Khởi động lại modem: hết lỗi là do modem; còn lỗi thì đặt DNS khác trên modem.",
    en: "Restart the router: if that mends it, it was the router; if not, set another DNS server on it.",
  },
  "DNS_PORT_BLOCKED/DNS_RESOLVER_SILENT": {
    vi: "Đặt một DNS công cộng khác trên máy: cũng im lặng là cổng 53 bị chặn.",
    en: "Set another public DNS server: if that is silent too, port 53 is blocked.",
  },
  "DNS_HIJACK/DNS_STALE_RECORD": {
    vi:
      "Mở địa chỉ mà máy chủ phân giải trả về bằng trình duyệt: ra trang lạ là bị dẫn sai, không mở được là địa " +
      "chỉ cũ.",
    en: "Open the address given in a browser: a strange page means hijacking, nothing at all means an old address.",
  },
  "DNS_NAMES_FENCED/LINE_DOWN": NAMES_OR_LINE,
  "DNS_SERVFAIL/LINE_DOWN": NAMES_OR_LINE,
  "DNS_REFUSED/LINE_DOWN": NAMES_OR_LINE,
  "DNS_FORWARDER_DEAD/LINE_DOWN": NAMES_OR_LINE,
  "DNS_SLOW/HIGH_LATENCY": {
    vi: "Chạy ping 8.8.8.8: cũng chậm như vậy là do đường truyền, nhanh là do máy chủ phân giải.",
    en: "Run ping 8.8.8.8: as slow as that means the line, quick means the resolver.",
  },
  "DNS_HIJACK/DNS_NAME_MISSING": {
    vi: "Hỏi tên đó bằng 4G trên điện thoại: có địa chỉ là DNS của đường dây này chặn.",
    en: "Ask for the name over a phone's 4G: if it resolves there, this line's DNS blocks it.",
  },
  "DNS_STALE_RECORD/SERVER_REFUSES": STILL_THERE,
  "DNS_STALE_RECORD/SERVER_DOWN": STILL_THERE,
  "DATACENTRE_DOWN/SERVER_DOWN": {
    vi: "Hỏi một xã khác: cũng không vào được mọi hệ thống của tỉnh là lỗi trung tâm.",
    en: "Ask another commune: if all of the province's systems fail there too, it is the centre.",
  },
  "DATACENTRE_DOWN/GOVERNMENT_UNREACHABLE": {
    vi: "Thử bằng 4G của nhà mạng khác: vào được là do đường dây này.",
    en: "Try another carrier's 4G: if it works there, this line is the reason.",
  },
  "PREFIX_UNREACHABLE/SERVER_DOWN": {
    vi: "Thử bằng 4G của nhà mạng khác: vào được là lỗi định tuyến, không vào được là máy chủ.",
    en: "Try another carrier's 4G: if it works there it is routing, if not it is the server.",
  },
  "SERVER_DOWN/SIGNING_BLOCKED": {
    vi: "Thử ký bằng 4G: được là đường dây này chặn, không được là dịch vụ ký.",
    en: "Sign over 4G: if that works, this line blocks; if not, the signing service is down.",
  },
  "MAIL_PORT_BLOCKED/SERVER_DOWN": {
    vi: "Thử chương trình thư bằng 4G: được là cổng bị chặn trên đường dây này.",
    en: "Try the mail program over 4G: if it works, this line blocks the port.",
  },
  "PORT_BLOCKED/SERVER_DOWN": {
    vi: "Thử bằng 4G: được là cổng bị chặn trên đường dây này.",
    en: "Try over 4G: if it works, this line blocks the port.",
  },
  "SERVER_DOWN/UDP_BLOCKED": {
    vi: "Thử gọi hình bằng 4G: được là UDP bị chặn trên đường dây này.",
    en: "Try a video call over 4G: if it works, this line blocks UDP.",
  },
  "SERVER_DOWN/WRONG_NETMASK": {
    vi: "Tạm chọn DHCP rồi thử lại: được là mặt nạ mạng sai.",
    en: "Switch to DHCP and try again: if it works, the netmask was wrong.",
  },
  "BUFFERBLOAT/LOW_BANDWIDTH": {
    vi: "Dừng mọi việc tải trong cơ quan, đo lại bằng một máy cắm dây: vẫn chậm là đường truyền hẹp.",
    en:
      "Stop all transfers in the office and measure again with one computer by cable: if it is still slow, the " +
      "line is narrow.",
  },
  "GATEWAY_NOT_FORWARDING/WRONG_GATEWAY": {
    vi: "Đọc nhãn dưới đáy modem: địa chỉ trên nhãn khác cổng ra của máy là đặt sai cổng ra.",
    en: "Read the label under the router: an address other than the computer's gateway means that the gateway is wrong.",
  },
  "DUPLICATE_IP/LINE_INTERRUPTED": {
    vi: "Rút máy có MAC ghi ở trên ra khỏi mạng rồi kiểm tra lại: hết chập chờn là trùng địa chỉ.",
    en: "Unplug the machine with the hardware address named above and scan again: if it is steady, the address was double.",
  },
  "CONNECTIONS_LIMITED/LINE_LOSS": {
    vi: "Để một lệnh ping dài (100 gói) chạy đến 1.1.1.1: không mất gói là bị giới hạn kết nối, mất gói là đường truyền.",
    en: "Let a long ping (100 packets) run to 1.1.1.1: no loss means that connections are limited, loss means the line.",
  },
  "LAN_LOSS/LINE_LOSS": {
    vi: "Cắm máy thẳng vào modem và đo lại: hết mất gói là lỗi trong phòng.",
    en: "Plug straight into the router and measure again: if the loss is gone, it was in the room.",
  },
  "GATEWAY_DOWN/LAN_LOSS": {
    vi: "Thay dây mạng của máy (hoặc đổi cổng) rồi quét lại: modem trả lời là chỉ hỏng dây.",
    en:
      "Replace the computer's cable, or use another port, and scan again: if the router answers, it was the cable " +
      "alone.",
  },
  "DUPLICATE_IP/LAN_LOSS": {
    vi: "Đổi địa chỉ của máy rồi đo lại: hết chập chờn là trùng địa chỉ.",
    en: "Change the computer's address and measure again: if it is steady, the address was double.",
  },
  "MTU_BLACKHOLE/SERVER_HANGS": {
    vi: "Đặt MTU của máy là 1400 rồi thử lại: mở được là lỗi MTU.",
    en: "Set the computer's MTU to 1400 and try again: if it opens, it was the MTU.",
  },
  "LARGE_TRANSFER_FAILS/MTU_BLACKHOLE": {
    vi: "Đặt MTU của máy là 1400 rồi tải lại: tải được là lỗi MTU.",
    en: "Set the computer's MTU to 1400 and load again: if it works, it was the MTU.",
  },
  "SERVER_HANGS/SNI_BLOCKED": {
    vi: "Thử trang đó bằng 4G: mở được là có bộ lọc trên đường dây này.",
    en: "Try the site over 4G: if it opens, this line filters it.",
  },
  "SNI_BLOCKED/TLS_HANDSHAKE_FAILED": {
    vi: "Thử trang đó bằng 4G: mở được là có bộ lọc trên đường dây này, không mở được là máy chủ.",
    en: "Try the site over 4G: if it opens, this line filters it; if not, it is the server.",
  },
  "CERT_UNTRUSTED/TLS_INTERCEPTED": {
    vi: "Mở một trang lớn trong nước, xem nơi cấp chứng thư: cùng nơi cấp đó là bị chen ngang.",
    en: "Open a big domestic site and look at its issuer: the same one means interception.",
  },
  "CERT_CHAIN_INCOMPLETE/CERT_UNTRUSTED": {
    vi: "Mở trang bằng trình duyệt: không cảnh báo là chỉ thiếu chứng thư trung gian.",
    en: "Open it in a browser: no warning means that only an intermediate is missing.",
  },
  "CERT_CHAIN_INCOMPLETE/TLS_INTERCEPTED": ISSUER_ELSEWHERE,
  "CERT_WRONG_HOST/TLS_INTERCEPTED": ISSUER_ELSEWHERE,
  "SERVER_ERROR/TLS_INTERCEPTED": ISSUER_ELSEWHERE,
  "CONTENT_MISMATCH/TLS_INTERCEPTED": ISSUER_ELSEWHERE,
  "LOGIN_WANTED/TLS_INTERCEPTED": ISSUER_ELSEWHERE,
  "REQUEST_REFUSED/TLS_INTERCEPTED": ISSUER_ELSEWHERE,
  "CERT_WRONG_HOST/DNS_HIJACK": {
    vi: "Mở trang bằng 4G trên điện thoại: không cảnh báo là DNS của đường dây này dẫn sai.",
    en: "Open the page over a phone's 4G: no warning there means that this line's DNS leads to the wrong machine.",
  },
  "HTTP_TAMPERED/SERVER_ERROR": BY_PHONE,
  "HTTP_TAMPERED/LOGIN_WANTED": BY_PHONE,
  "HTTP_TAMPERED/REQUEST_REFUSED": BY_PHONE,
  "CONTENT_MISMATCH/HTTP_TAMPERED": BY_PHONE,
  "BAD_REPLY/HTTP_TAMPERED": BY_PHONE,
  "CERT_EXPIRES_SOON/CLOCK_WRONG": {
    vi: "So đồng hồ máy với điện thoại.",
    en: "Compare the computer's clock with a phone.",
  },
  "CERT_EXPIRED/CLOCK_WRONG": {
    vi: "So đồng hồ máy với điện thoại.",
    en: "Compare the computer's clock with a phone.",
  },
  "CERT_NOT_YET_VALID/CLOCK_WRONG": {
    vi: "So đồng hồ máy với điện thoại.",
    en: "Compare the computer's clock with a phone.",
  },
  "ROGUE_DHCP/UNUSUAL_NETWORK": {
    vi: "Hỏi cơ quan có vừa thay modem hay cắm thêm thiết bị Wi-Fi không.",
    en: "Ask whether the router was replaced or a Wi-Fi device was added.",
  },
};

/** The separating test for two causes, or null where none is known. The order does not matter. */
export function separatingTest(one: Cause, other: Cause): Both | null {
  const key = [one, other].toSorted().join("/");
  return TESTS[key] ?? null;
}
