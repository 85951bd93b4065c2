import { priority as priorityTexts } from "../text/priority.ts";
import type { Lang } from "../base/languages.ts";
import type { Ranked } from "./order.ts";

const MS_A_DAY = 86_400_000;

/**
 * One line that says why a site stands where it stands, e.g. "Hạng 1/12 – Quảng Ninh (Hàm Ninh cũ): có điện từ 24/10; …
 * [c1,a,b]".
 */
export function reasonLine(ranked: Ranked, lang: Lang): string {
  const texts = priorityTexts[lang];
  const parts = reasonsOf(ranked, lang);
  const met = (["c1", "a", "b", "c2"] as const).filter((name) => ranked.criteria[name] === true);
  const doubtful = ranked.verify.length === 0 ? "" : ` ${verifyLine(ranked, lang)}`;
  return texts.line(
    ranked.rank,
    ranked.of,
    placeOf(ranked, lang),
    parts.length === 0 ? texts.nothing : parts.join("; "),
    `${met.length === 0 ? "" : ` [${met.join(",")}]`}${doubtful}`,
  );
}

/** Commune of today, the former commune in brackets where it had another name, and the building. */
export function placeOf({ source: { site } }: Ranked, lang: Lang): string {
  const bare = (name: string): string => name.replace(/^(?:Xã|Phường|Thị trấn|TT NT|TT|Đặc khu)\s+/u, "");
  const unit = bare(site.unit.name);
  const former = site.formerUnit === null ? "" : bare(site.formerUnit.name);
  // Of a sheet whose commune was not understood, the building alone is known.
  return site.unit.code === "" ? site.name : priorityTexts[lang].place(unit, former === unit ? "" : former, site.name);
}

/** "CẦN XÁC MINH: …", or "" where every criterion was answered. */
export function verifyLine({ verify }: Ranked, lang: Lang): string {
  const texts = priorityTexts[lang];
  if (verify.length === 0) return "";
  const names: Readonly<Record<string, string>> = {
    access: texts.field_access,
    water_now: texts.field_water_now,
    grid: texts.field_grid,
    internet: texts.field_internet,
    staff: texts.field_staff,
    onestop: texts.field_onestop,
    docs: texts.field_docs,
    mail: texts.field_mail,
    sign: texts.field_sign,
    vc: texts.field_vc,
    report: texts.field_report,
  };
  return texts.verify(verify.map((field) => names[field] ?? field).join(", "));
}

function reasonsOf(ranked: Ranked, lang: Lang): string[] {
  const texts = priorityTexts[lang];
  const { survey, surveyedAt } = ranked.source;
  const reasons: string[] = [];
  if (survey["access"] === "chua_vao_duoc") reasons.push(texts.noAccess);
  if (survey["water_now"] === "co") reasons.push(texts.waterNow);
  reasons.push(gridReason(ranked, lang));
  if (ranked.criteria.c1 === true) reasons.push(texts.onestopDown);
  else if (survey["onestop"] === "cham_loi") reasons.push(texts.onestopSlow);
  if (ranked.criteria.a === true) {
    const days = daysBetween(survey["lost_since"], surveyedAt);
    reasons.push(days === null ? texts.internetLost : texts.internetLostDays(days));
  } else if (survey["internet"] === "cham_chap_chon") reasons.push(texts.internetWeak);
  else if (survey["internet"] === "chua_tung_co") reasons.push(texts.internetNever);
  if (ranked.criteria.b === true) reasons.push(texts.noStaff);
  else if (survey["staff"] === "co_nhung_thieu") reasons.push(texts.fewStaff);
  if (ranked.c2Count > 0) reasons.push(texts.othersDown(ranked.c2Count));
  if (ranked.backlog !== null && ranked.backlog > 0) reasons.push(texts.backlog(ranked.backlog));
  if (ranked.source.damagedDevices > 0) reasons.push(texts.damaged(ranked.source.damagedDevices));
  return reasons;
}

function gridReason({ source: { survey }, poweredSince }: Ranked, lang: Lang): string {
  const texts = priorityTexts[lang];
  switch (survey["grid"]) {
    case "da_co":
      return poweredSince === null ? texts.powered : texts.poweredSince(shortDay(poweredSince));
    case "chap_chon":
      return texts.gridUnsteady;
    case "may_phat":
      return texts.generator;
    case "chua_co":
      return texts.gridNone;
    default:
      return texts.gridUnknown;
  }
}

/** "24/10" of an ISO date; the answer as it stands where it is none. */
function shortDay(iso: string): string {
  const match = /^\d{4}-(\d{2})-(\d{2})/u.exec(iso);
  return match === null ? iso : `${match[2]}/${match[1]}`;
}

function daysBetween(from: unknown, to: string): number | null {
  if (typeof from !== "string") return null;
  const days = Math.floor((Date.parse(to) - Date.parse(from)) / MS_A_DAY);
  return Number.isFinite(days) && days >= 0 ? days : null;
}
