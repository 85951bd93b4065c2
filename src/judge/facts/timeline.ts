import type { Evidence } from "../../evidence/schema.ts";
import { sameAddress } from "./address.ts";
import type { Attempt } from "./attempt.ts";
import { bare } from "./contact.ts";
import type { GatewayFact } from "./gateway.ts";
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

/** All that answered and all that kept silent, on one line of time. */
export function timelineOf(
  evidence: Evidence,
  attempts: readonly Attempt[],
  gateways: readonly GatewayFact[],
  isOnLink: (address: string) => boolean,
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
  const add = (id: string, address: string, answered: boolean, fromMs: number, toMs: number, weight = 1): void => {
    moments.push({ id, address, place: placeOf(address), answered, fromMs, toMs, weight });
  };
  /** An answer, and the silence before it where it came only after a repetition. */
  const answer = (id: string, address: string, fromMs: number, tookMs: number): void => {
    if (tookMs >= REPEATED_MS) add(id, address, false, fromMs, fromMs + tookMs - 100);
    add(id, address, true, fromMs + tookMs, fromMs + tookMs);
  };
  for (const one of attempts) {
    if (one.address === null || one.via === "proxy") continue;
    for (const step of [one.seen.steps.connect, one.seen.steps.tls, one.seen.steps.firstByte, one.seen.steps.body]) {
      if (step === undefined) continue;
      const endMs = step.startMs + step.durationMs;
      if (step.outcome === "ok") {
        if (step === one.seen.steps.connect) answer(one.id, one.address, step.startMs, step.durationMs);
        else add(one.id, one.address, true, endMs, endMs);
      } else if (step.code === "TIMEOUT") add(one.id, one.address, false, step.startMs, endMs);
    }
  }
  for (const one of observed(evidence, "control"))
    one.evidence.attempts.forEach((each, at) => {
      const fromMs = one.startMs + at * 100;
      if (each.outcome === "ok" && each.rttMs !== null) answer(one.id, one.evidence.address, fromMs, each.rttMs);
      else if (each.code === "TIMEOUT") add(one.id, one.evidence.address, false, fromMs, one.startMs + one.durationMs);
    });
  for (const one of observed(evidence, "dns")) {
    const { rcode, attempts: sent, rttMs } = one.evidence;
    const address = bare(one.evidence.server);
    const endMs = one.startMs + one.durationMs;
    // The router's own proxy answers from its memory whether the line lives or not.
    if (rcode !== null) {
      if (sent > 1 && rttMs !== null && rttMs < REPEATED_MS / 2)
        add(one.id, address, false, one.startMs, endMs - rttMs);
      add(one.id, address, true, endMs, endMs);
    } else if (one.failure?.code === "TIMEOUT") add(one.id, address, false, one.startMs, endMs);
  }
  for (const one of observed(evidence, "gateway")) {
    const endMs = one.startMs + one.durationMs;
    for (const each of one.evidence.tcp)
      if (each.outcome === "ok" && each.rttMs !== null)
        add(one.id, one.evidence.address, true, one.startMs + each.rttMs, one.startMs + each.rttMs);
      else if (each.code === "TIMEOUT") add(one.id, one.evidence.address, false, one.startMs, endMs);
  }
  for (const one of observed(evidence, "quality")) {
    const { address, sent, received, method, loaded, firstAnswerMs, lastAnswerMs, lastSentMs } = one.evidence;
    if (method !== "tcp" || loaded || sent === 0) continue;
    const endMs = lastSentMs ?? one.startMs + one.durationMs;
    if (received === 0) add(one.id, address, false, one.startMs, endMs, sent);
    else {
      const first = firstAnswerMs ?? one.startMs;
      // Where older evidence does not tell when they came, one gap that holds every loss lies behind the answers.
      const behind = one.evidence.longestGap === sent - received && sent - received >= TAIL;
      const share = one.startMs + ((endMs - one.startMs) * received) / sent;
      const last = lastAnswerMs ?? (behind ? share : endMs);
      add(one.id, address, true, first, first);
      add(one.id, address, true, last, last, received);
      if (first - one.startMs > REPEATED_MS) add(one.id, address, false, one.startMs, first, TAIL);
      // A tail of silence behind a series that had been answered; not the end of one with answers here and there.
      const expected = endMs > one.startMs ? (sent * (last - one.startMs)) / (endMs - one.startMs) : sent;
      const steady = received >= STEADY * expected;
      if (steady && endMs - last > REPEATED_MS / 2 && sent - received >= TAIL)
        add(one.id, address, false, last, endMs, sent - received);
    }
  }
  return moments.toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
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
  const fell = unique(silent.filter((one) => spoke.has(one.address)).map((one) => one.address));
  const much = silent.some((one) => spoke.has(one.address) && one.weight >= TAIL);
  if (fell.length < 3 && !much) return null;
  // A few that hang while the rest had simply been asked before: of all that answered, most must have been asked again.
  return { direction: "lost", atMs: last, ids: unique([...answers.slice(-5), ...silent].map((one) => one.id)) };
}

function cameAt(moments: readonly Moment[]): Turn | null {
  const answers = moments.filter((one) => one.answered);
  const first = Math.min(...answers.map((one) => one.fromMs));
  if (answers.length < 3 || !Number.isFinite(first)) return null;
  const silent = moments.filter((one) => !one.answered && one.fromMs < first - REPEATED_MS / 2);
  const spoke = new Set(answers.map((one) => one.address));
  const woke = unique(silent.filter((one) => spoke.has(one.address)).map((one) => one.address));
  const later = moments.filter((one) => !one.answered && one.fromMs > first + REPEATED_MS && spoke.has(one.address));
  if (woke.length < 3 || later.length > 0) return null;
  return { direction: "came", atMs: first, ids: unique([...silent, ...answers.slice(0, 5)].map((one) => one.id)) };
}
