import type { Answers, AnswerValue, Visit } from "../visit/schema.ts";
import type { Question } from "../form/question.ts";
import { isUnknown } from "../form/question.ts";

/** Facts about an office and its people that hold from one visit to the next; states of the flood are not among them. */
const LASTING: readonly string[] = [
  "contact_name",
  "contact_phone",
  "contact_post",
  "surveyor_phone",
  "surveyor_post",
  "gps",
  "access",
  "internet_carrier",
  "line_type",
  "mobile_carrier",
  "staff",
  "population",
  "pupils",
];

/** Systems of the profiles that stand behind a question of the survey; all of them are looked at. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  onestop: ["onestop", "dvcqg", "sso"],
  docs: ["docs"],
  mail: ["mail"],
  sign: ["sign_tsa", "sign_ocsp"],
  vc: ["vc"],
  report: ["report"],
};

/** The line, or what stands between the office and it. */
const OF_THE_LINE: readonly string[] = ["isp", "gateway", "dns", "internet"];

/**
 * What the survey would ask and this visit or the last one of the same place already tells, by question id (pure). Shown
 * to a person and taken only when that person says so. What was answered is left out; what two sources tell differently,
 * too.
 * @param last survey of the last visit here; {} where there is none
 * @param now ISO 8601
 */
export function knownAnswers(visit: Visit, last: Answers, now: string, questions: readonly Question[]): Answers {
  const lasting = LASTING.flatMap((id) => {
    const value = last[id];
    return value === undefined || isUnknown(value) ? [] : [[id, value] as const];
  });
  const told: Answers = {
    ...Object.fromEntries(lasting),
    source: "onsite",
    surveyed_at: now.slice(0, 16),
    ...(visit.technician === "" ? {} : { surveyor: visit.technician }),
    ...ofSafety(visit.safety),
    ...ofScan(visit.scan),
  };
  return Object.fromEntries(
    questions.flatMap(({ id }): [string, AnswerValue][] => {
      const value = told[id];
      return value === undefined || visit.survey[id] !== undefined ? [] : [[id, value]];
    }),
  );
}

function ofSafety(safety: Answers): Answers {
  const answers: Answers = {};
  const peak = safety["s8_peak_cm"];
  const hours = safety["s8_hours"];
  // A wet floor is no flood: only the dry one is taken over.
  if (safety["s1"] === "khong") answers["water_now"] = "khong";
  if (typeof peak === "number") answers["peak_cm"] = peak;
  if (typeof hours === "number") answers["wet_hours"] = hours;
  if (safety["s4"] === "da_dat") answers["electrical_cleared"] = "co";
  if (safety["s4"] === "chua") answers["electrical_cleared"] = "chua";
  if (safety["s2"] === "khong_co_dien_luoi") answers["grid"] = "chua_co";
  else if (safety["s7"] === "dien_luoi") answers["grid"] = "da_co";
  else if (safety["s7"] === "may_phat") answers["grid"] = "may_phat";
  return answers;
}

function ofScan(scan: Visit["scan"]): Answers {
  if (scan === null) return {};
  const { verdict } = scan;
  const answers: Answers = {};
  for (const [id, systems] of Object.entries(SYSTEMS)) {
    const state = stateOf(systems.flatMap((each) => verdict.systems.find((one) => one.id === each)?.outcome ?? []));
    if (state !== null) answers[id] = state;
  }
  const own = verdict.systems.find(({ id }) => id === "tslcd");
  if (own?.outcome === "ok" || own?.outcome === "slow") answers["tslcd"] = "binh_thuong";
  const isBlamed = verdict.findings.some(({ culprit }) => OF_THE_LINE.includes(culprit));
  if (verdict.status === "healthy" && !isBlamed) answers["internet"] = "binh_thuong";
  return answers;
}

/** One word for several systems; null where one was not tried, or they do not agree. */
function stateOf(outcomes: readonly string[]): string | null {
  const tried = outcomes.filter((outcome) => outcome !== "retired" && outcome !== "notUsed");
  if (tried.length === 0) return null;
  if (tried.every((outcome) => outcome === "ok")) return "dung_duoc";
  if (tried.every((outcome) => outcome === "ok" || outcome === "slow")) return "cham_loi";
  return tried.every((outcome) => outcome === "failed") ? "khong_dung_duoc" : null;
}
