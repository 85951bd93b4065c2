import { DEVICE_TEXTS, type DeviceTextKey } from "../device-texts.ts";
import { PRACTICE_PROFILE } from "../practice.ts";

/** Common answers about a device that the store keeps in columns of their own: tables parse nothing for them. */
export const STORED_ANSWERS = ["water", "water_type", "wet_time", "age", "before", "data", "works_now"] as const;

const devicesWith = (disposition: string): string =>
  `(SELECT coalesce(sum(d.quantity), 0) FROM devices d WHERE d.visit = v.n AND d.disposition = '${disposition}')`;

/** What the verdict tells of a system beyond its own columns. */
function verdictOf(key: string): string {
  return `(SELECT z.verdict ->> ('$.systems[' || s.position || '].${key}') FROM scans z WHERE z.visit = v.n)`;
}

/** What a table can show, by the id of its column, over `visits v`, `devices d`, `systems s`, `findings f`. */
const FIELDS = {
  visit_id: "v.id",
  campaign: "v.campaign",
  stage: "v.stage",
  visited_at: "v.started_at",
  site_id: "v.site_id",
  site_name: "v.site_name",
  site_type: "v.site_type",
  unit_code: "v.unit_code",
  unit_list: "v.unit_list",
  unit_name: "v.unit_name",
  former_unit_code: "v.former_code",
  former_unit_list: "v.former_list",
  former_unit_name: "v.former_name",
  technician: "v.technician",
  updated_at: "v.updated_at",
  finished_at: "v.finished_at",
  scanned_at: "v.scanned_at",
  status: "v.status",
  root_cause: "v.root_cause",
  call_grade: "v.grade",
  web_grade: "v.web_grade",
  median_ms: "v.median_ms",
  jitter_ms: "v.jitter_ms",
  loss_percent: "v.loss_percent",
  profile_id: "v.profile_id",
  profile_version: "v.profile_version",
  profile_hash: "v.profile_hash",
  tool_version: "v.tool_version",
  devices: "(SELECT coalesce(sum(d.quantity), 0) FROM devices d WHERE d.visit = v.n)",
  reuse: devicesWith("REUSE"),
  clean_dry: devicesWith("CLEAN_DRY"),
  repair: devicesWith("REPAIR"),
  replace: devicesWith("REPLACE"),
  hazard: devicesWith("HAZARD"),
  hold: devicesWith("HOLD"),
  device_id: "d.id",
  type: "d.type",
  quantity: "d.quantity",
  disposition: "d.disposition",
  triage_disposition: "d.triage_disposition",
  rule: "d.rule",
  flags: "d.flags",
  // A JSON list in the store; a blank-separated list of ids in a table.
  advice: `replace(replace(replace(trim(d.advice, '[]'), '","', ' '), '"', ''), ',', ' ')`,
  override_disposition: "d.override_disposition",
  override_reason: "d.override_reason",
  override_by: "d.override_by",
  override_at: "d.override_at",
  photos: "d.photo_count",
  complete: "d.done",
  system_id: "s.id",
  system_name_vi: "s.name_vi",
  system_name_en: "s.name_en",
  criticality: "s.criticality",
  target: "s.target",
  outcome: "s.outcome",
  cause: "s.cause",
  total_ms: "s.total_ms",
  certificate_not_after: "s.certificate_not_after",
  why: verdictOf("why"),
  provided: `coalesce(${verdictOf("provided")}, 0)`,
  rank: "f.position + 1",
  practice: `CASE WHEN v.profile_id = '${PRACTICE_PROFILE}' THEN '${PRACTICE_PROFILE}' END`,
} as const;

/** What the store can be asked for: a named field, a text about a device, or the answer to a question. */
export type NamedField = keyof typeof FIELDS;
export type Field =
  | NamedField
  | { readonly text: DeviceTextKey }
  | { readonly answer: "survey" | "safety" | "device"; readonly question: string };

/** The field as SQL. Question ids are made of letters, digits and underscores (checked by their schema). */
export function fieldSql(field: Field): string {
  if (typeof field === "string") return FIELDS[field];
  if ("text" in field) return `d.${DEVICE_TEXTS[field.text].id}`;
  if (field.answer !== "device") return `v.${field.answer} ->> '${field.question}'`;
  return STORED_ANSWERS.some((id) => id === field.question)
    ? `d.${field.question}`
    : `d.answers ->> '${field.question}'`;
}
