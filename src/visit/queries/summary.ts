import type { Cause } from "../../text/causes/index.ts";
import type { VerdictStatus } from "../../judge/verdict.ts";
import type { Connection } from "../db/connection.ts";
import { whereClause, type VisitFilter } from "./filter.ts";
import { siteOf, type HeaderRow } from "../rows/header.ts";
import { asRow } from "../rows/json.ts";
import type { Visit } from "../schema.ts";

/** A visit as lists and the offer to resume show it: enough to recognise it, nothing that is large. */
export interface VisitSummary {
  readonly id: string;
  readonly campaign: string;
  readonly stage: Visit["stage"];
  readonly technician: string;
  readonly startedAt: string;
  readonly updatedAt: string;
  /** `updatedAt` in milliseconds since the epoch, for "two hours ago". */
  readonly updatedMs: number;
  readonly finishedAt: string | null;
  readonly site: Visit["site"];
  readonly status: VerdictStatus | null;
  readonly rootCause: Cause | null;
  /** Profile of the scan; null where there is none. */
  readonly profileId: string | null;
  /** Device records, and devices counted by their quantity. */
  readonly deviceRows: number;
  readonly devices: number;
  /** Answers given so far: survey, safety and devices. */
  readonly answers: number;
}

interface SummaryRow extends HeaderRow {
  status: VerdictStatus | null;
  root_cause: Cause | null;
  profile_id: string | null;
  device_rows: number;
  devices: number;
  answers: number;
}

/** Summaries, newest first. */
export function listVisits(db: Connection, filter: VisitFilter): VisitSummary[] {
  const { where, values } = whereClause(filter);
  const rows = db
    .sql(
      `SELECT v.*, coalesce(d.rows, 0) AS device_rows, coalesce(d.devices, 0) AS devices, v.answer_count + coalesce(d.answers, 0) AS answers
       FROM visits v
       LEFT JOIN (SELECT visit, count(*) AS rows, sum(quantity) AS devices, sum(answer_count) AS answers FROM devices GROUP BY visit) d ON d.visit = v.n
       ${where} ORDER BY v.started_ms DESC, v.id DESC`,
    )
    .all(...values);
  return rows.map((row) => summaryOf(asRow<SummaryRow>(row)));
}

function summaryOf(row: SummaryRow): VisitSummary {
  return {
    id: row.id,
    campaign: row.campaign,
    stage: row.stage,
    technician: row.technician,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    updatedMs: row.updated_ms,
    finishedAt: row.finished_at,
    site: siteOf(row),
    status: row.status,
    rootCause: row.root_cause,
    profileId: row.profile_id,
    deviceRows: row.device_rows,
    devices: row.devices,
    answers: row.answers,
  };
}
