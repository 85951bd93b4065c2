import type { Label } from "../../form/question.ts";
import type { GateReason, GateState, GateWarning } from "../triage/gate.ts";

export const GATE_STATE_TEXTS: Readonly<Record<GateState, Label>> = {
  STOP: { vi: "CHƯA ĐƯỢC CẮM ĐIỆN – DỪNG LẠI", en: "DO NOT SWITCH ANYTHING ON – STOP" },
  NO_POWER: { vi: "CHƯA ĐƯỢC CẮM ĐIỆN", en: "DO NOT SWITCH ANYTHING ON" },
  PASS: { vi: "Đủ điều kiện an toàn điện", en: "Electrically safe to go on" },
};
export const GATE_REASON_TEXTS: Readonly<Record<GateReason, Label>> = {
  water_inside: {
    vi: "Còn nước hoặc chưa rõ sàn đã khô: không vào phòng, chờ khô",
    en: "Water inside, or nobody knows: stay out until it is dry",
  },
  breaker_on: {
    vi: "Aptomat tổng chưa cắt: cắt trước khi làm gì khác",
    en: "The main breaker is on: cut it before anything else",
  },
  burnt_smell: {
    vi: "Mùi khét, ổ cắm nóng hoặc đen: ra ngoài, gọi điện lực 19001909",
    en: "Burnt smell, hot or black sockets: go outside, call the power company 19001909",
  },
  sockets_flooded: {
    vi: "Ổ cắm bị ngập: chờ thợ điện kiểm tra, cho phép",
    en: "Sockets were under water: wait for an electrician's clearance",
  },
  panel_flooded: {
    vi: "Bảng điện bị ngập: chờ thợ điện hoặc điện lực kiểm tra, cho phép",
    en: "The panel was under water: wait for the electrician or power company",
  },
  flooding_unknown: {
    vi: "Chưa rõ bảng điện, ổ cắm có bị ngập: coi như ngập, chờ thợ điện",
    en: "Nobody knows whether panel or sockets were flooded: treat them so, wait for an electrician",
  },
  not_answered: { vi: "Chưa trả lời hết câu hỏi an toàn điện", en: "The safety questions are not all answered" },
};
export const GATE_WARNING_TEXTS: Readonly<Record<GateWarning, Label>> = {
  no_rcd: {
    vi: "Không có chống giật, tiếp địa: chỉ cắm từng máy, không chạm vỏ kim loại",
    en: "No earthing or residual-current device: one machine at a time, touch no metal case",
  },
  rcd_unknown: {
    vi: "Chưa rõ chống giật còn hoạt động: bấm nút Test",
    en: "Nobody knows whether the residual-current device works: press its Test button",
  },
  generator: {
    vi: "Máy phát: đo điện áp trước, để ngoài trời (khí CO), không đấu ngược vào lưới",
    en: "Generator: measure its voltage first, keep it outdoors (CO), never feed the grid",
  },
  no_gear: {
    vi: "Thiếu bảo hộ: mượn găng cách điện, ủng trước khi làm",
    en: "Gear incomplete: borrow insulating gloves and boots first",
  },
};
