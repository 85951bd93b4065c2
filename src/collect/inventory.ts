import { setTimeout as after } from "node:timers/promises";
import { oneLine } from "../cli/terminal-safe.ts";
import type { ObservationOf } from "../evidence/schema.ts";
import type { CollectContext } from "./context.ts";

type Facts = ObservationOf<"inventory">["evidence"];
const NOTHING: Facts = { manufacturer: null, model: null, os: null, batteryPercent: null, memoryBytes: null };

/**
 * Make, model, operating system, battery and memory of the laptop: slow, optional, and never worth waiting for. What is not told within
 * `deadlineMs` stays null; where nothing was told the outcome is `unknown`.
 */
export async function inventory(context: CollectContext, deadlineMs: number): Promise<ObservationOf<"inventory">> {
  const startMs = context.elapsed();
  const facts: { -readonly [K in keyof Facts]: Facts[K] } = { ...NOTHING };
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  await Promise.race([gather(facts), after(deadlineMs, undefined, { signal, ref: false }).catch(() => undefined)]);
  stop.abort();
  const told = { ...facts };
  const silent = Object.values(told).every((value) => value === null);
  return {
    id: "inventory",
    collector: "inventory",
    target: "laptop",
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: silent ? "unknown" : "ok",
    ...(silent ? { failure: { phase: "read" as const, code: context.signal.aborted ? ("ABORTED" as const) : ("DEADLINE" as const) } } : {}),
    evidence: told,
  };
}

/** Fills in each fact as it comes, so that a slow one does not take the others with it. Never rejects. */
async function gather(facts: { -readonly [K in keyof Facts]: Facts[K] }): Promise<void> {
  // Only these calls: the library's look at networks blocks the event loop or never ends (no default route on Windows).
  const si = await import("systeminformation").catch(() => null);
  if (si === null) return;
  await Promise.allSettled([
    si.system().then(({ manufacturer, model }) => {
      facts.manufacturer = text(manufacturer);
      facts.model = text(model);
    }),
    si.osInfo().then(({ distro, release, arch }) => {
      facts.os = text([distro, release, arch].filter((part) => part !== "" && part !== "unknown").join(" "));
    }),
    si.battery().then(({ hasBattery, percent }) => {
      facts.batteryPercent = hasBattery && Number.isFinite(percent) ? percent : null;
    }),
    si.mem().then(({ total }) => {
      facts.memoryBytes = Number.isFinite(total) && total > 0 ? total : null;
    }),
  ]);
}

// Makers leave such words in the firmware; they would look like facts in a report.
const FILLER = /^(?:|-|default string|to be filled by o\.?e\.?m\.?|system manufacturer|system product name|not specified|unknown|none)$/iu;

function text(value: string): string | null {
  const clean = oneLine(value, 120);
  return FILLER.test(clean) ? null : clean;
}
