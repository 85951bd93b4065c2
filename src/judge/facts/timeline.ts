import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import { sameAddress } from "./address.ts";
import type { Attempt } from "./attempt.ts";
import { bare } from "./contact.ts";
import type { GatewayFact } from "./gateway.ts";
import type { OwnDelay } from "./own-delay.ts";
import { observed, unique } from "./observed.ts";

/** A moment at which a machine answered, or a time during which it was asked and did not. Milliseconds of the scan. */
export interface Moment {
  readonly id: string;
  readonly address: string;
  /** Of the office (the router), of the province's servers, or elsewhere beyond. */
  readonly place: "gateway" | "province" | "beyond";
  readonly answered: boolean;
  readonly fromMs: number;
  readonly toMs: number;
  /** Questions that this stands for: a series counts each of its samples. */
  readonly weight: number;
}

/** RFC 6298: what took this much longer than usual was asked again after a second of silence. */
const REPEATED_MS = 900;

/** Writes down what one observation says of one address. */
interface Diary {
  silent(id: string, address: string, fromMs: number, toMs: number, weight?: number): void;
  spoke(id: string, address: string, atMs: number, weight?: number): void;
  /** An answer, and the silence before it where it came only after a repetition. */
  answered(id: string, address: string, fromMs: number, tookMs: number): void;
}

/** All that answered and all that kept silent, on one line of time. */
export function timelineOf(
  evidence: Evidence,
  attempts: readonly Attempt[],
  gateways: readonly GatewayFact[],
  isOnLink: (address: string) => boolean,
  own: OwnDelay,
): readonly Moment[] {
  // Where the routes could not be read, whoever stands in the own network is as near as the router.
  const isGateway = (address: string): boolean =>
    gateways.some((one) => sameAddress(one.address, address)) || isOnLink(address);
  const province = new Set(
    attempts.flatMap((one) => (one.system.scope === "province" && one.address !== null ? [one.address] : [])),
  );
  const placeOf = (address: string): Moment["place"] =>
    isGateway(address) ? "gateway" : province.has(address) ? "province" : "beyond";
  const moments: Moment[] = [];
  const diary: Diary = {
    silent: (id, address, fromMs, toMs, weight = 1) =>
      moments.push({ id, address, place: placeOf(address), answered: false, fromMs, toMs, weight }),
    spoke: (id, address, atMs, weight = 1) =>
      moments.push({ id, address, place: placeOf(address), answered: true, fromMs: atMs, toMs: atMs, weight }),
    answered(id, address, fromMs, tookMs) {
      // A computer that kept this program waiting took the time itself: nobody was silent.
      if (tookMs - own.worst(fromMs, tookMs) >= REPEATED_MS) diary.silent(id, address, fromMs, fromMs + tookMs - 100);
      diary.spoke(id, address, fromMs + tookMs);
    },
  };
  for (const one of attempts) writeAttempt(diary, one);
  for (const one of observed(evidence, "control")) writeControl(diary, one);
  for (const one of observed(evidence, "dns")) writeName(diary, one);
  for (const one of observed(evidence, "gateway")) writeGateway(diary, one);
  for (const one of observed(evidence, "quality")) writeSeries(diary, one);
  return moments.toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
}

function writeAttempt(diary: Diary, { id, address, via, seen: { steps } }: Attempt): void {
  if (address === null || via === "proxy") return;
  for (const step of [steps.connect, steps.tls, steps.firstByte, steps.body, steps.reconnect]) {
    if (step === undefined) continue;
    const endMs = step.startMs + step.durationMs;
    if (step.outcome !== "ok") {
      if (step.code === "TIMEOUT") diary.silent(id, address, step.startMs, endMs);
    } else if (step === steps.connect || step === steps.reconnect)
      diary.answered(id, address, step.startMs, step.durationMs);
    else diary.spoke(id, address, endMs);
  }
}

function writeControl(diary: Diary, one: ObservationOf<"control">): void {
  one.evidence.attempts.forEach((each, at) => {
    const fromMs = one.startMs + at * 100;
    if (each.outcome === "ok" && each.rttMs !== null) diary.answered(one.id, one.evidence.address, fromMs, each.rttMs);
    else if (each.code === "TIMEOUT") diary.silent(one.id, one.evidence.address, fromMs, one.startMs + one.durationMs);
  });
}

function writeName(diary: Diary, one: ObservationOf<"dns">): void {
  const { rcode, attempts: sent, rttMs } = one.evidence;
  const address = bare(one.evidence.server);
  const endMs = one.startMs + one.durationMs;
  if (rcode === null) {
    if (one.failure?.code === "TIMEOUT") diary.silent(one.id, address, one.startMs, endMs);
    return;
  }
  if (sent > 1 && rttMs !== null && rttMs < REPEATED_MS / 2) diary.silent(one.id, address, one.startMs, endMs - rttMs);
  diary.spoke(one.id, address, endMs);
}

function writeGateway(diary: Diary, one: ObservationOf<"gateway">): void {
  for (const each of one.evidence.tcp)
    if (each.outcome === "ok" && each.rttMs !== null)
      diary.spoke(one.id, one.evidence.address, one.startMs + each.rttMs);
    else if (each.code === "TIMEOUT")
      diary.silent(one.id, one.evidence.address, one.startMs, one.startMs + one.durationMs);
}

function writeSeries(diary: Diary, { id, startMs, durationMs, evidence }: ObservationOf<"quality">): void {
  const { address, sent, received, method, loaded, firstAnswerMs, lastAnswerMs, lastSentMs, longestGap } = evidence;
  if (method !== "tcp" || loaded || sent === 0) return;
  const endMs = lastSentMs ?? startMs + durationMs;
  if (received === 0) {
    diary.silent(id, address, startMs, endMs, sent);
    return;
  }
  const lost = sent - received;
  const first = firstAnswerMs ?? startMs;
  // Where older evidence does not tell when they came, one gap that holds every loss lies behind the answers.
  const behind = longestGap === lost && lost >= TAIL;
  const last = lastAnswerMs ?? (behind ? startMs + ((endMs - startMs) * received) / sent : endMs);
  diary.spoke(id, address, first);
  diary.spoke(id, address, last, received);
  if (first - startMs > REPEATED_MS) diary.silent(id, address, startMs, first, TAIL);
  // A tail of silence behind a series that had been answered; not the end of one with answers here and there.
  const expected = endMs > startMs ? (sent * (last - startMs)) / (endMs - startMs) : sent;
  const steady = received >= STEADY * expected;
  if (steady && endMs - last > REPEATED_MS / 2 && lost >= TAIL) diary.silent(id, address, last, endMs, lost);
}

/** So many samples lost in a row are no chance, not even at sixty percent. */
const TAIL = 15;
/** Share of a series that must have been answered before it fell silent. */
const STEADY = 0.6;
/** Who was asked longer than this before the last answer of all, in vain, was silent before. */
const BEFORE_MS = 1500;
/** Whoever was asked this long after the last answer of all, in vain, was asked in the silence. */
const AFTER_MS = 300;

/** A change for good while the scan was looking. */
export interface Turn {
  readonly direction: "lost" | "came";
  readonly atMs: number;
  readonly ids: readonly string[];
  /** Where those stand who changed. */
  readonly places: ReadonlySet<Moment["place"]>;
}

/** Did all these machines fall silent at one moment, after they had answered? Or begin to answer at one? */
export function turnOf(moments: readonly Moment[]): Turn | null {
  return lostAt(moments) ?? cameAt(moments);
}

function lostAt(moments: readonly Moment[]): Turn | null {
  const answers = moments.filter((one) => one.answered);
  const last = Math.max(...answers.map((one) => one.toMs));
  if (answers.length < 3) return null;
  const silent = moments.filter((one) => !one.answered && one.toMs > last + AFTER_MS && one.fromMs > last - BEFORE_MS);
  const spoke = new Set(answers.map((one) => one.address));
  const fell = silent.filter((one) => spoke.has(one.address));
  const much = fell.some((one) => one.weight >= TAIL);
  if (addressesOf(fell).length < 3 && !much) return null;
  // A few that hang while the rest had simply been asked before: of all that answered, most must have been asked again.
  return {
    direction: "lost",
    atMs: last,
    ids: unique([...answers.slice(-5), ...silent].map((one) => one.id)),
    places: new Set(fell.map((one) => one.place)),
  };
}

function cameAt(moments: readonly Moment[]): Turn | null {
  const answers = moments.filter((one) => one.answered);
  const first = Math.min(...answers.map((one) => one.fromMs));
  if (answers.length < 3 || !Number.isFinite(first)) return null;
  const silent = moments.filter((one) => !one.answered && one.fromMs < first - REPEATED_MS / 2);
  const spoke = new Set(answers.map((one) => one.address));
  const woke = silent.filter((one) => spoke.has(one.address));
  const later = moments.filter((one) => !one.answered && one.fromMs > first + REPEATED_MS && spoke.has(one.address));
  if (addressesOf(woke).length < 3 || later.length > 0) return null;
  return {
    direction: "came",
    atMs: first,
    ids: unique([...silent, ...answers.slice(0, 5)].map((one) => one.id)),
    places: new Set(woke.map((one) => one.place)),
  };
}

const addressesOf = (moments: readonly Moment[]): readonly string[] => unique(moments.map((one) => one.address));
