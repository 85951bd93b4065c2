import type { Connection } from "../visit/db/connection.ts";
import type { VisitFilter } from "../visit/queries/filter.ts";
import { newestSurveys } from "../visit/queries/newest-surveys.ts";
import type { Answers } from "../visit/schema.ts";
import type { SiteSurvey } from "./assess.ts";

/** The newest survey of every site, as the order of help depends on it. */
export function readSurveys(db: Connection, filter: VisitFilter): SiteSurvey[] {
  return newestSurveys(db, filter).map(({ visit, site, survey, startedAt, damaged }) => ({
    visit,
    site,
    survey,
    surveyedAt: toldTime(survey["surveyed_at"]) ?? startedAt,
    damagedDevices: damaged ?? toldDamaged(survey),
  }));
}

/** When the survey says it was taken: a sheet is often typed in days later. */
function toldTime(value: unknown): string | null {
  return typeof value === "string" && Number.isFinite(Date.parse(value)) ? value : null;
}

/** Before anybody assessed the devices, the counts that the office gave over the telephone. */
function toldDamaged(survey: Answers): number {
  return Object.entries(survey).reduce(
    (sum, [field, value]) => (field.startsWith("damaged_") && typeof value === "number" ? sum + value : sum),
    0,
  );
}
