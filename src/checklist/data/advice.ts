import type { Label } from "../../form/question.ts";
import { CARE_ADVICE } from "./care-advice.ts";
import { collect } from "./waste.ts";

/**
 * What to do with a device beyond its disposition. Ids beginning with `part_` are parts to buy, with `haz_` hazardous
 * waste to collect (waste.ts): the list of needs counts them.
 */
export const ADVICE = {
  ask_psu: {
    vi: "Hỏi lại: ghi ngập hẳn nhưng bộ nguồn khô; tạm coi bộ nguồn ướt",
    en: "Ask again: wholly under water, yet the power supply dry; it counts as wet until then",
  },
  ask_disk: {
    vi: "Hỏi lại: ghi ngập hẳn nhưng ổ đĩa trên mực nước; tạm coi ổ bị ngập",
    en: "Ask again: wholly under water, yet the disk above it; it counts as wet until then",
  },
  ask_battery: {
    vi: "Hỏi lại: ghi ngập hẳn nhưng pin khô; tạm coi pin ướt",
    en: "Ask again: wholly under water, yet the battery dry; it counts as wet until then",
  },
  ask_part: {
    vi: "Hỏi lại: ghi ngập hẳn nhưng có bộ phận khô; tạm coi bộ phận đó ướt",
    en: "Ask again: wholly under water, yet a part of it dry; it counts as wet until then",
  },
  ask_mud: {
    vi: "Hỏi lại: ghi đã vệ sinh nhưng bên trong còn nhiều bùn; tạm coi chưa sạch",
    en: "Ask again: cleaned, yet a lot of mud inside; it counts as not cleaned until then",
  },
  ask_token: {
    vi: "Hỏi lại: ghi mất token nhưng thử chạy được; tạm coi là mất",
    en: "Ask again: the token lost, yet tried and working; it counts as lost until then",
  },
  ask_ports: { vi: "Hỏi lại: số cổng sáng nhiều hơn tổng số cổng", en: "Ask again: more ports alive than there are" },
  ask_depth: {
    vi: "Hỏi lại: phòng không có nước (0 cm) nhưng máy bị ngập; tạm coi máy bị ngập",
    en: "Ask again: no water in the room (0 cm), yet the device was in it; it counts as flooded until then",
  },
  part_adapter: { vi: "Thay adapter nguồn", en: "Replace the power adapter" },
  part_psu: { vi: "Thay bộ nguồn (PSU) trước khi thử", en: "Replace the power supply before trying" },
  part_disk: { vi: "Thay ổ đĩa", en: "Replace the disk" },
  part_ram: { vi: "Thay RAM", en: "Replace memory" },
  part_coin_cell: { vi: "Thay pin CMOS", en: "Replace the coin cell" },
  part_keyboard: { vi: "Thay bàn phím", en: "Replace the keyboard" },
  part_fuser: { vi: "Thay cụm sấy", en: "Replace the fuser" },
  part_toner: { vi: "Thay hộp mực", en: "Replace the toner" },
  part_plugs: { vi: "Thay đầu RJ45, ổ mạng, patch panel bị ngập", en: "Replace flooded plugs, sockets, patch panel" },
  haz_crt: collect("haz_crt"),
  haz_ccfl: collect("haz_ccfl"),
  haz_toner: collect("haz_toner"),
  haz_lead_acid: collect("haz_lead_acid"),
  battery_outdoors: {
    vi: "Pin phồng, nóng hoặc rò: không đụng vào, không sạc, không cắm điện; đưa người ra xa, mở cửa, gọi 114; có khói thì ra ngoài ngay",
    en: "Battery swollen, hot or leaking: do not touch it, do not charge it, no power; get people away, open the doors, call 114; if it smokes leave at once",
  },
  tube_do_not_open: {
    vi: "Không mở đèn hình: điện áp cao, thủy tinh chì",
    en: "Do not open the tube: high voltage, leaded glass",
  },
  battery_no_heat: {
    vi: "Pin lithium đã ướt: không sấy nóng, không sạc, không dùng lại; để ngoài trời trong cát khô, xa người và vật cháy; thấy nóng, phồng, rò thì không đụng vào, gọi 114",
    en: "A lithium battery that got wet: no heat, no charging, no further use; keep it outdoors in dry sand, away from people and what burns; if it is hot, swollen or leaking do not touch it, call 114",
  },
  battery_built_in: {
    vi: "Pin liền máy: để nguyên máy ngoài trời thoáng, giao thợ tháo pin",
    en: "Built-in battery: leave the whole device outdoors, let a workshop take the battery out",
  },
  check_battery: {
    vi: "Chưa rõ pin có ướt: xem pin trước, chưa sấy nóng, chưa sạc",
    en: "Nobody knows whether the battery got wet: look at it first, no heat and no charging until then",
  },
  part_battery: { vi: "Thay pin, ắc quy", en: "Replace the battery" },
  haz_lithium: collect("haz_lithium"),
  haz_battery: collect("haz_battery"),
  remove_battery: { vi: "Tháo pin, để riêng ngoài trời", en: "Take the battery out, keep it apart outdoors" },
  secret_report: {
    vi: "Niêm phong, lập biên bản, báo cơ quan cơ yếu hoặc công an; không gửi cơ sở bên ngoài",
    en: "Seal it, record it, report it to the cipher authority or police; never send it outside",
  },
  carrier_swap: {
    vi: "Gọi nhà mạng yêu cầu đổi thiết bị; không mở máy",
    en: "Call the carrier to swap it; do not open it",
  },
  carrier_check: {
    vi: "Gọi nhà mạng kiểm tra đường quang và thiết bị; nói rõ đèn nào sáng, đèn nào đỏ",
    en: "Call the carrier to check line and box; tell which lights are on and which are red",
  },
  report_fibre: { vi: "Báo nhà mạng: đứt hoặc ẩm đường quang", en: "Tell the carrier: fibre cut or wet" },
  clean_fibre: { vi: "Lau đầu quang bằng cồn, thử lại", en: "Clean the fibre connector with alcohol, test again" },
  ask_wan_settings: {
    vi: "Hỏi nhà mạng thông số WAN; không ghi mật khẩu vào phiếu",
    en: "Ask the carrier for the WAN settings; never write the password here",
  },
  list_dead_ports: { vi: "Ghi số các cổng hỏng, dán nhãn", en: "List the dead ports and label them" },
  set_clock: { vi: "Chỉnh giờ trước khi ký số", en: "Set the clock before signing" },
  signing_pc: {
    vi: "Máy ký số: bố trí máy thay, cài lại dịch vụ ký số",
    en: "Signing computer: provide a substitute, install the signing service again",
  },
  take_disk_out: {
    vi: "Tháo ổ đĩa, cho vào túi kín, cứu dữ liệu trước; không cấp điện cho ổ",
    en: "Take the disk out, seal it in a bag, rescue the data first; no power to the disk",
  },
  disk_do_not: {
    vi: "Không bật, không mở, không sấy nóng; cho vào túi kín, gửi chuyên gia",
    en: "No power, do not open, no heat; seal it in a bag, send it to a specialist",
  },
  copy_data_first: {
    vi: "Tháo ổ, sao chép dữ liệu qua máy khác trước khi sửa; không để ổ theo máy ra ngoài",
    en: "Take the disk out and copy the data by another computer before any repair; the disk does not leave with the machine",
  },
  copy_data_no_cell: {
    vi: "Pin phồng, nóng hoặc rò: chưa ai tháo máy lấy ổ; thợ đưa pin ra trước, rồi mới sao chép dữ liệu qua máy khác",
    en: "Battery swollen, hot or leaking: nobody opens it for the disk yet; a workshop takes the battery out first, then the data is copied by another computer",
  },
  back_up_now: {
    vi: "Sao lưu dữ liệu ngay khi máy còn chạy",
    en: "Back up the data now, while it runs",
  },
  disk_custody: {
    vi: "Ổ đĩa tháo rời: dán nhãn, ghi số seri, người giữ, nơi gửi; ký giao nhận từng ổ",
    en: "Disks taken out: label them, write down serial number, keeper and where they go; each hand-over is signed",
  },
  wipe_or_destroy: {
    vi: "Trước khi thanh lý: xóa an toàn hoặc hủy vật lý ổ đĩa, bộ nhớ; lập biên bản",
    en: "Before it is written off: wipe or physically destroy its disk and memory; put it on record",
  },
  secret_destroy: {
    vi: "Không thanh lý, không xóa tại chỗ: tiêu hủy theo quy định về bí mật nhà nước, có biên bản",
    en: "Neither written off nor wiped on site: destroyed under the rules for state secrets, on record",
  },
  clear_memory: {
    vi: "Trước khi thanh lý: xóa cấu hình, danh bạ, bộ nhớ; tháo thẻ nhớ, ổ đĩa trong máy nếu có",
    en: "Before it is written off: clear settings, address books and memory; take out memory cards and disks, if any",
  },
  number_trays: { vi: "Đánh số thứ tự khay đĩa trước khi tháo", en: "Number the trays before taking disks out" },
  vendor_only: { vi: "Để hãng hoặc đơn vị bảo hành xử lý", en: "Leave it to the vendor" },
  check_psu: {
    vi: "Xem bộ nguồn có bị ướt không; ướt thì thay trước khi thử",
    en: "Look whether the power supply got wet; if so replace it before trying",
  },
  no_dry_by_printing: { vi: "Không in để làm khô máy", en: "Never print to dry it" },
  dot_matrix_worthwhile: {
    vi: "Máy in kim đáng sửa (hóa đơn, sổ)",
    en: "A dot-matrix printer is worth repairing (invoices, registers)",
  },
  ups_do_not_open: {
    vi: "Rút điện rồi vẫn có điện áp nguy hiểm: không mở",
    en: "Dangerous voltage even when unplugged: do not open",
  },
  poe_disconnect_first: {
    vi: "Rút nguồn PoE trước khi chạm camera, AP ướt (48–57 V)",
    en: "Disconnect PoE before touching wet cameras or access points (48–57 V)",
  },
  wipe_camera: { vi: "Lau khô vỏ, thử lại", en: "Wipe the housing dry, try it" },
  reterminate: { vi: "Cắt lùi khoảng 30 cm, bấm lại, đo", en: "Cut back about 30 cm, terminate again, test" },
  token_reissue: {
    vi: "Đề nghị thu hồi và cấp lại chứng thư tại Ban Cơ yếu (lâu: làm ngay)",
    en: "Have the certificate revoked and issued again by the Government Cipher Committee (takes long: start now)",
  },
  token_report_lost: {
    vi: "Báo mất ngay để thu hồi chứng thư",
    en: "Report the loss at once to have the certificate revoked",
  },
  tv_as_monitor: {
    vi: "TV xử lý như màn hình: sấy 5–7 ngày, đo cách điện",
    en: "Treat the TV as a monitor: dry for 5 to 7 days, test the insulation",
  },
  check_then_use: { vi: "Kiểm tra điện, lau bụi rồi dùng", en: "Check the power, dust it, use it" },
  carrier_sim: { vi: "Đề nghị nhà mạng đổi SIM", en: "Ask the carrier for another SIM" },
  generator_electrician: {
    vi: "Máy phát do thợ điện kiểm tra; không đấu ngược vào lưới",
    en: "Generators are the electrician's; never feed back into the grid",
  },
  clean_before_use: {
    vi: "Tắt máy, rút điện; vệ sinh, sấy khô, đo cách điện rồi mới dùng tiếp",
    en: "Switch it off and unplug it; clean, dry, test the insulation before it is used again",
  },
  try_later: {
    vi: "Thử sau, khi điện tại địa điểm đã được phép dùng",
    en: "Try it later, when the site's power may be used",
  },
  ...CARE_ADVICE,
} as const satisfies Record<string, Label>;
