import type { Label } from "../../form/question.ts";
import { WASTE_LIST } from "../data/waste.ts";

/** What kind of thing a rule rests on. `own`: no guideline says it; it is this tool's judgement, and is marked as such. */
type SourceKind = "guideline" | "authority" | "law" | "manufacturer" | "programme" | "own";

interface Source {
  readonly kind: SourceKind;
  /** In words for the person who has to act on it. */
  readonly name: Label;
  /** Where it can be read. */
  readonly url?: string;
}

/** Where rules come from. */
export const SOURCES = {
  nema: {
    kind: "guideline",
    name: {
      vi: "NEMA, hướng dẫn thiết bị điện bị ngập (Storm FAQ)",
      en: "NEMA, water-damaged electrical equipment (Storm FAQ)",
    },
    url: "https://www.nema.org/Storm-Disaster-Recovery/Pages/Storm-FAQs.aspx",
  },
  ndseb: {
    kind: "authority",
    name: {
      vi: "North Dakota State Electrical Board: ổ cắm, aptomat bị ngập phải thay",
      en: "North Dakota State Electrical Board: submerged receptacles and breakers must be replaced",
    },
    url: "https://www.ndseb.com/inspections/water-damage-electrical-equipment",
  },
  evn: {
    kind: "authority",
    name: {
      vi: "Khuyến cáo của các công ty điện lực thuộc EVN (EVNCPC, EVNHANOI, EVNSPC, PC Thanh Hóa), 10/2025",
      en: "Advice of EVN's power companies (EVNCPC, EVNHANOI, EVNSPC, PC Thanh Hóa), 10/2025",
    },
  },
  esfi: {
    kind: "guideline",
    name: { vi: "ESFI, an toàn điện khi ngập lụt", en: "ESFI, electrical safety in floods" },
    url: "https://www.esfi.org/index.cfm/pid/11118",
  },
  battery: {
    kind: "guideline",
    name: {
      vi: "Hướng dẫn cứu thiết bị điện tử của Servpro, Advantaclean: tháo pin; pin nóng, phồng thì không đụng vào",
      en: "Servpro and Advantaclean, salvaging flooded electronics: take batteries out; do not handle hot or swollen ones",
    },
  },
  recovery: {
    kind: "guideline",
    name: {
      vi: "Các phòng cứu dữ liệu (Secure Data Recovery, Data Rescue Center): không cấp điện, không mở, không sấy nóng",
      en: "Data recovery laboratories (Secure Data Recovery, Data Rescue Center): no power, do not open, no heat",
    },
    url: "https://www.securedatarecovery.com/blog/flooded-hard-drives",
  },
  secret: {
    kind: "law",
    name: {
      vi: "Luật Bảo vệ bí mật nhà nước 117/2025/QH15, NĐ 63/2026 (hiệu lực 1/3/2026)",
      en: "Law 117/2025/QH15 on the protection of state secrets, decree 63/2026 (in force 1/3/2026)",
    },
  },
  personal: {
    kind: "law",
    name: {
      vi: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 (hiệu lực 1/1/2026)",
      en: "Law 91/2025/QH15 on personal data (in force 1/1/2026)",
    },
  },
  techspray: {
    kind: "manufacturer",
    name: {
      vi: "Techspray, Flood Damage Repair: bo mạch rửa được bằng cồn, bộ nguồn thì không",
      en: "Techspray, Flood Damage Repair: boards can be washed with alcohol, power supplies cannot",
    },
    url: "https://asia.techspray.com/flood-damage-repair",
  },
  restore: {
    kind: "guideline",
    name: {
      vi: "Restore Dayton, Pacific Flood: ăn mòn tiếp diễn dù máy còn chạy, 48 giờ đầu quyết định; đang bật khi ướt thì khó cứu",
      en: "Restore Dayton, Pacific Flood: corrosion goes on in what still works, the first 48 hours decide; powered when wetted is rarely saved",
    },
    url: "https://restoredayton.com/article/can-your-electronics-survive-a-flood",
  },
  programme: {
    kind: "programme",
    name: {
      vi: "Chương trình khôi phục 26/10/2020: tận dụng thiết bị còn khắc phục được",
      en: "The programme of 26/10/2020: make use of what can still be mended",
    },
  },
  waste: {
    kind: "law",
    name: {
      vi: `${WASTE_LIST.law}, danh mục chất thải nguy hại (tra cứu ${WASTE_LIST.knownOn})`,
      en: `${WASTE_LIST.law}, list of hazardous waste (looked up ${WASTE_LIST.knownOn})`,
    },
  },
  practice: {
    kind: "own",
    name: {
      vi: "Nhận định riêng của công cụ theo kinh nghiệm kỹ thuật, không phải tiêu chuẩn",
      en: "This tool's own judgement, from engineering practice; no standard says it",
    },
  },
  carrier: {
    kind: "own",
    name: {
      vi: "Nhận định riêng của công cụ: thiết bị đầu cuối là tài sản của nhà mạng",
      en: "This tool's own judgement: line equipment is the carrier's property",
    },
  },
} as const satisfies Record<string, Source>;
export type SourceId = keyof typeof SOURCES;
