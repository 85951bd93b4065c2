import os from "node:os";
import { setTimeout as after } from "node:timers/promises";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { darwinQuestions } from "./darwin.ts";
import type { InventoryFacts, Question } from "./facts.ts";
import { linuxQuestions } from "./linux.ts";
import { systemName } from "./system-name.ts";
import { windowsQuestions } from "./windows.ts";

type Fillable = { -readonly [K in keyof InventoryFacts]: InventoryFacts[K] };
const NOTHING: InventoryFacts = { manufacturer: null, model: null, os: null, batteryPercent: null, memoryBytes: null };

/**
 * Make, model, operating system, battery and memory of the laptop: optional, and never worth waiting for. Only what is
 * recorded is asked, without a shell. What is not told within `deadlineMs` stays null; where nothing was told the
 * outcome is `unknown`.
 */
export async function inventory(context: CollectContext, deadlineMs: number): Promise<ObservationOf<"inventory">> {
  const startMs = context.elapsed();
  const facts: Fillable = { ...NOTHING };
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  await Promise.race([
    gather(context, facts, deadlineMs),
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
async function gather(context: CollectContext, facts: Fillable, deadlineMs: number): Promise<void> {
  if (context.signal.aborted) return;
  const memory: Question = () => Promise.resolve({ memoryBytes: os.totalmem() });
  await Promise.allSettled(
    [memory, ...questionsOf(context)].map(async (question) => Object.assign(facts, await question(deadlineMs))),
  );
}

function questionsOf(context: CollectContext): readonly Question[] {
  switch (context.platform) {
    case "linux":
      return linuxQuestions();
    case "darwin":
      return darwinQuestions(context);
    case "win32":
      return windowsQuestions(context);
    default:
      return [() => Promise.resolve({ os: systemName() })];
  }
}
