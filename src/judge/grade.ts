import type { Attempt } from "./facts/attempt.ts";
import type { Facts } from "./facts/facts.ts";
import { pooled } from "./facts/quality.ts";
import type { Target } from "./facts/target.ts";
import type { Verdict } from "./verdict.ts";
import { median } from "../base/statistics.ts";

type Quality = Verdict["quality"];

interface Limit {
  readonly grade: Quality["grade"];
  readonly medianMs: number;
  readonly jitterMs: number;
  readonly lossPercent: number;
  readonly kbps: number;
}

/**
 * Round trips to targets inside the country; ITU-T G.114 and the vendors' figures for calls, gathered in the domain
 * notes, 3.2.
 */
const CALLS: readonly Limit[] = [
  { grade: "vc_good", medianMs: 100, jitterMs: 30, lossPercent: 1, kbps: 2500 },
  { grade: "vc_fair", medianMs: 300, jitterMs: 50, lossPercent: 3, kbps: 1000 },
  { grade: "vc_audio", medianMs: 800, jitterMs: 100, lossPercent: 5, kbps: 200 },
];
const GRADES: readonly Quality["grade"][] = ["vc_good", "vc_fair", "vc_audio", "vc_bad"];

/** Fewer samples grade nothing. */
const ENOUGH = 10;

/**
 * Grade of the line: the worst single figure decides, and is named. Times that were taken while the computer itself was
 * busy can only have been shorter: they still prove a good line, and grade no other.
 */
export function gradeOf(facts: Facts): Quality {
  const domestic = facts.quality.beyond.filter((one) => one.scope === "domestic" || one.scope === "system");
  const near = domestic.filter((one) => one.scope === "domestic");
  const series = near.length > 0 ? near : domestic;
  const { sent, lost } = pooled(series);
  const web = webGradeOf(facts);
  const busy = facts.quality.busy || web.busy ? ({ busy: true } as const) : {};
  const none = { decidedBy: null, medianMs: null, jitterMs: null, lossPercent: null } as const;
  if (sent < ENOUGH) return { grade: "unknown", webGrade: web.grade, ...none, ...busy };
  const figures = {
    medianMs: rounded(median(series.flatMap((one) => one.medianMs ?? []))),
    jitterMs: rounded(median(series.flatMap((one) => one.jitterMs ?? []))),
    lossPercent: Math.round((lost / sent) * 1000) / 10,
  };
  const rates = facts.quality.throughputKbps;
  const levels: readonly (readonly [string, number])[] = [
    ["rtt", levelOf(figures.medianMs, (limit) => limit.medianMs)],
    ["jitter", levelOf(figures.jitterMs, (limit) => limit.jitterMs)],
    // One lost packet of thirty is no three percent.
    ["loss", lost <= 1 ? 0 : levelOf(figures.lossPercent, (limit) => limit.lossPercent)],
    ["throughput", rates === null ? 0 : levelOf(-rates.value, (limit) => -limit.kbps)],
  ];
  const worst = Math.max(...levels.map(([, level]) => level));
  if (worst > 0 && series.some((one) => one.busy))
    return { grade: "unknown", webGrade: web.grade, ...none, busy: true };
  return {
    grade: GRADES[worst] ?? "unknown",
    webGrade: web.grade,
    decidedBy: worst === 0 ? null : (levels.find(([, level]) => level === worst)?.[0] ?? null),
    ...figures,
    ...(web.busy ? { busy: true } : {}),
  };
}

function levelOf(value: number | null, limitOf: (limit: Limit) => number): number {
  if (value === null) return 0;
  const at = CALLS.findIndex((limit) => value <= limitOf(limit));
  return at < 0 ? CALLS.length : at;
}

function webGradeOf(facts: Facts): { readonly grade: Quality["webGrade"]; readonly busy: boolean } {
  const pages = facts.targets.filter(
    (one) => one.endpoint.protocol === "https" && one.state !== "untested" && one.stage !== "resolve",
  );
  const grade = pageGrade(facts, pages);
  const busy = pages.some(({ best }) => best !== null && facts.own.busy(best.startMs, totalOf(best)));
  return grade === "web_good" || !busy || failing(pages) ? { grade, busy: false } : { grade: "unknown", busy };
}

function totalOf(attempt: Attempt): number {
  return Object.values(attempt.seen.steps).reduce((sum, step) => sum + (step?.durationMs ?? 0), 0);
}

/** One page of five that does not come is a poor web, however quick the others are. */
function failing(pages: readonly Target[]): boolean {
  return pages.length > 0 && pages.filter((one) => one.state !== "ok").length * 5 >= pages.length;
}

function pageGrade(facts: Facts, pages: readonly Target[]): Quality["webGrade"] {
  const good = pages.filter((one) => one.state === "ok");
  if (pages.length === 0) return "unknown";
  const typical = (step: "connect" | "tls" | "firstByte"): number =>
    median(good.flatMap((one) => one.best?.seen.steps[step]?.durationMs ?? [])) ?? Number.POSITIVE_INFINITY;
  const rate = facts.quality.throughputKbps?.value ?? Number.POSITIVE_INFINITY;
  if (failing(pages) || rate < 500 || typical("firstByte") > 4000) return "web_poor";
  return typical("connect") <= 200 && typical("tls") <= 500 && typical("firstByte") <= 2000 && rate >= 2000
    ? "web_good"
    : "web_fair";
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
