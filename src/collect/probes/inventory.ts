import { readFile } from "node:fs/promises";
import os from "node:os";
import { setTimeout as after } from "node:timers/promises";
import { oneLine } from "../../base/terminal-safe.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";

type Facts = ObservationOf<"inventory">["evidence"];
type Fillable = { -readonly [K in keyof Facts]: Facts[K] };
const NOTHING: Facts = { manufacturer: null, model: null, os: null, batteryPercent: null, memoryBytes: null };

/**
 * Make, model, operating system, battery and memory of the laptop: slow, optional, and never worth waiting for. What is
 * not told within `deadlineMs` stays null; where nothing was told the outcome is `unknown`.
 */
export async function inventory(context: CollectContext, deadlineMs: number): Promise<ObservationOf<"inventory">> {
  const startMs = context.elapsed();
  const facts: Fillable = { ...NOTHING };
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  await Promise.race([
    gather(context, facts),
    after(deadlineMs, undefined, { signal, ref: false }).catch(() => undefined),
  ]);
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
    ...(silent
      ? {
          failure: {
            phase: "read" as const,
            code: context.signal.aborted ? ("ABORTED" as const) : ("DEADLINE" as const),
          },
        }
      : {}),
    evidence: told,
  };
}

/** Fills in each fact as it comes, so that a slow one does not take the others with it. Never rejects. */
async function gather(context: CollectContext, facts: Fillable): Promise<void> {
  // Only these calls: the library's look at networks blocks the event loop or never ends (no default route on Windows).
  const si = await import("systeminformation").catch(() => null);
  if (si === null) return;
  const parts: readonly (() => Promise<Partial<Facts>>)[] = [
    async () => {
      const { manufacturer, model } = await si.system();
      return { manufacturer: text(manufacturer), model: text(model) };
    },
    async () => ({ os: text(await operatingSystem(context.platform)) }),
    async () => {
      const { hasBattery, percent } = await si.battery();
      return { batteryPercent: hasBattery && Number.isFinite(percent) ? percent : null };
    },
    async () => ({ memoryBytes: os.totalmem() }),
  ];
  await Promise.allSettled(parts.map(async (part) => Object.assign(facts, await part())));
}

// The library's osInfo() asks for the full host name and blocks the event loop until DNS answers: ten seconds where it
// is dead.
async function operatingSystem(platform: NodeJS.Platform): Promise<string> {
  if (platform !== "linux") return `${os.version()} ${os.release()} ${os.arch()}`;
  const told = await readFile("/etc/os-release", "utf8").catch(() => "");
  const name = /^PRETTY_NAME="?([^"\n]+)"?$/mu.exec(told)?.[1] ?? os.version();
  return `${name} ${os.arch()}`;
}

// Makers leave such words in the firmware; they would look like facts in a report.
const FILLER =
  /^(?:|-|default string|to be filled by o\.?e\.?m\.?|system manufacturer|system product name|not specified|unknown|none)$/iu;

function text(value: string): string | null {
  const clean = oneLine(value, 120);
  return FILLER.test(clean) ? null : clean;
}
