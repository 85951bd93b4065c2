import type { Facts } from "./facts/facts.ts";
import { pooled } from "./facts/quality.ts";
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

/** Grade of the line: the worst single figure decides, and is named. */
export function gradeOf(facts: Facts): Quality {
  const domestic = facts.quality.beyond.filter((one) => one.scope === "domestic" || one.scope === "system");
  const near = domestic.filter((one) => one.scope === "domestic");
  const series = near.length > 0 ? near : domestic;
  const { sent, lost } = pooled(series);
  const web = webGradeOf(facts);
  if (sent < ENOUGH)
    return { grade: "unknown", webGrade: web, decidedBy: null, medianMs: null, jitterMs: null, lossPercent: null };
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
  return {
    grade: GRADES[worst] ?? "unknown",
    webGrade: web,
    decidedBy: worst === 0 ? null : (levels.find(([, level]) => level === worst)?.[0] ?? null),
    ...figures,
  };
}

function levelOf(value: number | null, limitOf: (limit: Limit) => number): number {
  if (value === null) return 0;
  const at = CALLS.findIndex((limit) => value <= limitOf(limit));
  return at < 0 ? CALLS.length : at;
}

function webGradeOf(facts: Facts): Quality["webGrade"] {
  const pages = facts.targets.filter(
    (one) => one.endpoint.protocol === "https" && one.state !== "untested" && one.stage !== "resolve",
  );
  const good = pages.filter((one) => one.state === "ok");
  if (pages.length === 0) return "unknown";
  const typical = (step: "connect" | "tls" | "firstByte"): number =>
    median(good.flatMap((one) => one.best?.seen.steps[step]?.durationMs ?? [])) ?? Number.POSITIVE_INFINITY;
  const rate = facts.quality.throughputKbps?.value ?? Number.POSITIVE_INFINITY;
  if ((pages.length - good.length) * 5 >= pages.length || rate < 500 || typical("firstByte") > 4000) return "web_poor";
  return typical("connect") <= 200 && typical("tls") <= 500 && typical("firstByte") <= 2000 && rate >= 2000
    ? "web_good"
    : "web_fair";
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
