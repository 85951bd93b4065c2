import type { Cause } from "../../text/causes/index.ts";
import type { VerdictStatus } from "../../judge/verdict.ts";
import type { Connection } from "../db/connection.ts";
import { whereClause, type VisitFilter } from "./filter.ts";
import type { StoredRow } from "../rows/column.ts";
import { headerVisit } from "../rows/header.ts";
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

/** Summaries, newest first. */
export function listVisits(db: Connection, filter: VisitFilter): VisitSummary[] {
  const { where, values } = whereClause(filter);
  const rows = db
    .sql(
      `SELECT v.*, coalesce(d.rows, 0) AS device_rows, coalesce(d.devices, 0) AS devices,
              v.answer_count + coalesce(d.answers, 0) AS answers
       FROM visits v
       LEFT JOIN (SELECT visit, count(*) AS rows, sum(quantity) AS devices, sum(answer_count) AS answers
                  FROM devices GROUP BY visit) d ON d.visit = v.n
       ${where} ORDER BY v.started_ms DESC, v.id DESC`,
    )
    .all(...values);
  return rows.map(summaryOf);
}

function summaryOf(row: StoredRow): VisitSummary {
  const { id, campaign, stage, technician, startedAt, updatedAt, finishedAt, site } = headerVisit(row);
  return {
    id,
    campaign,
    stage,
    technician,
    startedAt,
    updatedAt,
    updatedMs: Number(row["updated_ms"]),
    finishedAt,
    site,
    status: asRow<VerdictStatus | null>(row["status"]),
    rootCause: asRow<Cause | null>(row["root_cause"]),
    profileId: asRow<string | null>(row["profile_id"]),
    deviceRows: Number(row["device_rows"]),
    devices: Number(row["devices"]),
    answers: Number(row["answers"]),
  };
}
