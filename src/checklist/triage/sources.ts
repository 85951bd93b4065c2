import type { Label } from "../../form/question.ts";
import { WASTE_LIST } from "../data/waste.ts";

/** Where a rule comes from, in words for the person who has to act on it. */
export const SOURCES = {
  nema: {
    vi: "NEMA, hướng dẫn thiết bị điện bị ngập (nema.org, Storm FAQ)",
    en: "NEMA, water-damaged electrical equipment (nema.org, Storm FAQ)",
  },
  ndseb: {
    vi: "North Dakota State Electrical Board: ổ cắm, aptomat bị ngập phải thay",
    en: "North Dakota State Electrical Board: submerged receptacles and breakers must be replaced",
  },
  evn: {
    vi: "Khuyến cáo của các công ty điện lực thuộc EVN, 10/2025",
    en: "Advice of EVN's regional power companies, 10/2025",
  },
  esfi: { vi: "ESFI, an toàn điện khi ngập lụt", en: "ESFI, electrical safety in floods" },
  battery: {
    vi: "Hướng dẫn cứu thiết bị điện tử của Servpro: pin nóng, phồng thì không đụng vào",
    en: "Servpro, salvaging flooded electronics: do not handle hot or swollen batteries",
  },
  recovery: {
    vi: "Các phòng cứu dữ liệu (Secure Data Recovery, Data Rescue Center): không cấp điện, không mở, không sấy nóng",
    en: "Data recovery laboratories (Secure Data Recovery, Data Rescue Center): no power, do not open, no heat",
  },
  secret: {
    vi: "Luật Bảo vệ bí mật nhà nước 117/2025/QH15, NĐ 63/2026 (hiệu lực 1/3/2026)",
    en: "Law 117/2025/QH15 on the protection of state secrets, decree 63/2026 (in force 1/3/2026)",
  },
  personal: {
    vi: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 (hiệu lực 1/1/2026)",
    en: "Law 91/2025/QH15 on personal data (in force 1/1/2026)",
  },
  techspray: {
    vi: "Techspray, Flood Damage Repair: bo mạch rửa được, bộ nguồn thì không",
    en: "Techspray, Flood Damage Repair: boards can be washed, power supplies cannot",
  },
  restore: {
    vi: "Restore Dayton, Pacific Flood: ăn mòn tiếp diễn dù máy còn chạy; đang bật khi ướt thì khó cứu",
    en: "Restore Dayton, Pacific Flood: corrosion goes on in what still works; powered when wetted is rarely saved",
  },
  programme: {
    vi: "Chương trình khôi phục 26/10/2020: tận dụng thiết bị còn khắc phục được",
    en: "The programme of 26/10/2020: make use of what can still be mended",
  },
  waste: {
    vi: `${WASTE_LIST.law}, danh mục chất thải nguy hại (tra cứu ${WASTE_LIST.knownOn})`,
    en: `${WASTE_LIST.law}, list of hazardous waste (looked up ${WASTE_LIST.knownOn})`,
  },
  practice: {
    vi: "Quy ước của công cụ, theo kinh nghiệm kỹ thuật",
    en: "This tool's own convention, from engineering practice",
  },
  carrier: {
    vi: "Thiết bị đầu cuối thuộc nhà mạng; nhà mạng đổi",
    en: "Line equipment belongs to the carrier, who swaps it",
  },
} as const satisfies Record<string, Label>;
export type SourceId = keyof typeof SOURCES;
