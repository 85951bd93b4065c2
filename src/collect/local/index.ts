import type { LocalSource } from "../context/scan-input.ts";
import type { LocalReader } from "./facts.ts";
import { laterObservations, neighboursObservation, observationsOf } from "./observations.ts";
import { unknownSystem } from "./other.ts";

/** The laptop as its operating system tells it. Only the reader of that system is loaded. */
export function realLocalSource(platform: NodeJS.Platform): LocalSource {
  return localSource(() => readerOf(platform));
}

/** A source from any reader; tests bring readers of recorded machines. */
export function localSource(load: () => Promise<LocalReader>): LocalSource {
  return {
    before: async (context, deadlineMs, detail) => {
      const startMs = context.elapsed();
      const facts = await (await load()).before(context, deadlineMs, detail);
      return observationsOf(facts, { startMs, durationMs: context.elapsed() - startMs });
    },
    after: async (context, before, deadlineMs) => {
      const startMs = context.elapsed();
      const facts = await (await load()).after(context, deadlineMs);
      return laterObservations(facts, before, { startMs, durationMs: context.elapsed() - startMs });
    },
    proxyFor: async (context, settings, urls, deadlineMs) =>
      (await (await load()).proxyFor?.(context, settings, urls, deadlineMs)) ?? [],
    neighbours: async (context, deadlineMs) => {
      const startMs = context.elapsed();
      const table = await (await load()).neighbours(context, deadlineMs);
      return neighboursObservation(table, { startMs, durationMs: context.elapsed() - startMs });
    },
  };
}

async function readerOf(platform: NodeJS.Platform): Promise<LocalReader> {
  switch (platform) {
    case "linux":
      return (await import("./linux.ts")).linuxReader();
    case "win32":
      return (await import("./windows.ts")).windowsReader();
    case "darwin":
      return (await import("./darwin.ts")).darwinReader();
    default:
      return unknownSystem(platform);
  }
}
