import type { Label } from "../../form/question.ts";
import type { GateReason, GateState, GateWarning } from "../triage/gate.ts";
import { HOTLINES } from "./hotlines.ts";

const { power, rescue, medical } = HOTLINES;

export const GATE_STATE_TEXTS: Readonly<Record<GateState, Label>> = {
  STOP: { vi: "CHƯA ĐƯỢC CẮM ĐIỆN – DỪNG LẠI", en: "DO NOT SWITCH ANYTHING ON – STOP" },
  NO_POWER: { vi: "CHƯA ĐƯỢC CẮM ĐIỆN", en: "DO NOT SWITCH ANYTHING ON" },
  PASS: { vi: "Đủ điều kiện an toàn điện", en: "Electrically safe to go on" },
};

/** Nobody is told to touch a breaker that is wet or is reached through water: it is cut at the meter or the line. */
export const GATE_REASON_TEXTS: Readonly<Record<GateReason, Label>> = {
  water_inside: {
    vi: `Còn nước: không vào, không chạm bảng điện, công tắc, dây; gọi điện lực ${power} cắt tại công tơ hoặc đường dây, chờ khô`,
    en: `Water inside: stay out, do not touch panel, switches or wires; have it cut at the meter or the line (power company ${power}), wait until it is dry`,
  },
  live_and_flooded: {
    vi: `Điện chưa cắt mà bảng điện hoặc ổ cắm đã ngập: không chạm, không tự đóng cắt; gọi điện lực ${power} cắt tại công tơ`,
    en: `The power is on and panel or sockets were under water: do not touch, switch nothing yourself; have it cut at the meter, power company ${power}`,
  },
  burnt_smell: {
    vi: `Mùi khét, ổ cắm nóng hoặc đen: ra ngoài, không chạm; gọi điện lực ${power}, có cháy gọi ${rescue}`,
    en: `Burnt smell, hot or black sockets: go outside, touch nothing; power company ${power}, if it burns ${rescue}`,
  },
  wires_down: {
    vi: `Dây điện đứt, võng, chạm nước hoặc mái tôn: đứng xa ít nhất 10 m, không cho ai lại gần; gọi điện lực ${power}`,
    en: `Wires down or touching water or a metal roof: keep everybody 10 m away; power company ${power}`,
  },
  structure: {
    vi: "Nhà nứt, võng, sụt: không vào; chờ người có chuyên môn xây dựng kiểm tra",
    en: "The building is cracked, sagging or sinking: stay out until somebody who knows buildings has looked",
  },
  gas: {
    vi: `Mùi gas, xăng dầu: không bật tắt bất cứ công tắc nào, không lửa, không gọi điện thoại trong nhà; ra xa, gọi ${rescue}`,
    en: `Smell of gas or fuel: touch no switch, no flame, no telephone inside; go away from it, call ${rescue}`,
  },
  floor_unknown: {
    vi: "Chưa rõ sàn đã khô: nhìn từ ngoài trước; còn nước thì không vào",
    en: "Nobody knows whether the floor is dry: look from outside first; where there is water, stay out",
  },
  breaker_on: {
    vi: `Đã có nước vào mà điện chưa cắt: chỉ cắt aptomat khi bảng điện khô, tay khô, đứng chỗ khô; không thì gọi ${power} cắt tại công tơ`,
    en: `Water came in and the power is on: switch the breaker off only where panel, hands and floor are dry; else have it cut at the meter (${power})`,
  },
  grid_may_return: {
    vi: `Mất điện lưới chưa phải là đã cắt: điện có lại không báo trước. Bảng khô, tay khô thì cắt aptomat, treo biển; bảng ướt thì không chạm, gọi ${power} cắt tại công tơ`,
    en: `No grid power is not "cut": it returns without warning. Where panel and hands are dry switch the breaker off and tag it; a wet panel is not touched, have it cut at the meter (${power})`,
  },
  sockets_flooded: {
    vi: "Ổ cắm đã ngập: chờ thợ điện thay, đo cách điện và cho phép",
    en: "Sockets were under water: wait until an electrician has replaced them, tested the insulation and cleared it",
  },
  panel_flooded: {
    vi: `Bảng điện đã ngập: KHÔNG chạm, không mở, không đóng cắt; gọi điện lực ${power} cắt tại công tơ, chỉ thợ điện được mở`,
    en: `The panel was under water: do NOT touch, open or switch it; have it cut at the meter, ${power}; only an electrician opens it`,
  },
  flooding_unknown: {
    vi: `Chưa rõ bảng điện, ổ cắm có bị ngập: coi như ngập, không chạm; chờ thợ điện hoặc điện lực ${power}`,
    en: `Nobody knows whether panel or sockets were flooded: treat them so, do not touch; wait for an electrician or the power company (${power})`,
  },
  portable_rcd: {
    vi: "Bảng điện đã ngập và không có chống giật chắc chắn: chỉ thử máy qua ổ chống giật di động 30 mA",
    en: "The panel was flooded and no residual-current device is known to work: try devices only behind a portable one (30 mA)",
  },
  ups_feeding: {
    vi: "UPS còn cấp điện dù đã cắt aptomat: UPS khô thì tắt bằng nút nguồn, rút tải; UPS ướt thì không chạm",
    en: "A UPS still feeds although the breaker is off: a dry one is switched off by its button and unloaded; a wet one is not touched",
  },
  backfeed: {
    vi: "Máy phát nhà bên có thể đẩy điện ngược vào đường dây: cắt aptomat (bảng khô) trước khi làm",
    en: "The generator next door may feed back into the line: breaker off (dry panel) before any work",
  },
  danger_unknown: {
    vi: "Chưa rõ dây điện ngoài nhà, kết cấu, gas, xăng dầu: xem hết trước khi cắm điện",
    en: "Wires outside, structure, gas or fuel were not looked at: look at all of it before any power",
  },
  no_gear: {
    vi: "Thiếu bảo hộ: mượn đủ găng cách điện, ủng, khẩu trang rồi mới làm",
    en: "Gear incomplete: borrow insulating gloves, boots and mask before any work",
  },
  contradiction_sockets: {
    vi: "Mâu thuẫn: nước từ 120 cm mà bảng điện, ổ cắm không ngập. Xem lại, sửa một trong hai",
    en: "Contradiction: 120 cm of water or more, and no socket or panel flooded. Look again, correct one of them",
  },
  contradiction_peak: {
    vi: "Mâu thuẫn: mực nước 0 cm mà sàn, ổ cắm hoặc bảng điện có nước. Xem lại, sửa một trong hai",
    en: "Contradiction: 0 cm of water, and floor, sockets or panel wet. Look again, correct one of them",
  },
  contradiction_grid: {
    vi: "Mâu thuẫn: không có điện lưới mà nguồn hiện tại là điện lưới. Xem lại, sửa một trong hai",
    en: "Contradiction: no grid power, and the grid as power at the moment. Look again, correct one of them",
  },
  not_answered: { vi: "Chưa trả lời hết câu hỏi an toàn điện", en: "The safety questions are not all answered" },
};

export const GATE_WARNING_TEXTS: Readonly<Record<GateWarning, Label>> = {
  breaker_on_dry: {
    vi: "Điện đang đóng: rút phích từng máy trước khi mở máy",
    en: "The power is on: unplug each device before opening it",
  },
  no_rcd: {
    vi: "Không có chống giật, tiếp địa: dùng ổ chống giật di động, cắm từng máy, không chạm vỏ kim loại",
    en: "No earthing or residual-current device: use a portable one, one machine at a time, touch no metal case",
  },
  rcd_unknown: {
    vi: "Chưa rõ chống giật còn hoạt động: bấm nút Test",
    en: "Nobody knows whether the residual-current device works: press its Test button",
  },
  generator: {
    vi: "Máy phát: đo điện áp trước, để ngoài trời (khí CO), không đấu ngược vào lưới",
    en: "Generator: measure its voltage first, keep it outdoors (CO), never feed the grid",
  },
  solar: {
    vi: "Điện mặt trời, pin lưu trữ: cắt aptomat vẫn còn điện một chiều; không chạm dây, tủ, tấm pin",
    en: "Solar and storage battery: direct current stays on with the breaker off; touch no cable, box or panel",
  },
  neighbour_generator: {
    vi: "Máy phát nhà bên: đường dây có thể có điện ngược",
    en: "Generator next door: the line may be fed backwards",
  },
  disease: {
    vi: `Nước bẩn: găng, ủng, khẩu trang, rửa tay trước khi ăn; bị xước thì rửa xà phòng, tiêm phòng uốn ván; sốt, tiêu chảy gọi ${medical}`,
    en: `Foul water: gloves, boots, mask, wash hands before eating; wash any scratch with soap, get a tetanus shot; fever or diarrhoea: ${medical}`,
  },
  animals: {
    vi: "Rắn, rết, ong, chó: gõ, soi đèn trước khi thò tay vào tủ, gầm bàn, vỏ máy; nhờ người bắt",
    en: "Snakes, centipedes, bees, dogs: knock and shine a light before reaching into cabinets or cases; have them caught",
  },
};
