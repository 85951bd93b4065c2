import { randomBytes } from "node:crypto";
import pLimit from "p-limit";
import type { CollectContext } from "../../../src/collect/context/context.ts";

/** A real context for tests: real clock, real randomness, no tools. */
export function testContext(signal: AbortSignal = new AbortController().signal): CollectContext {
  const startedAt = performance.now();
  return {
    signal,
    elapsed: () => performance.now() - startedAt,
    epoch: () => Date.now(),
    env: {},
    platform: process.platform,
    randomBytes: (size) => randomBytes(size),
    timed: pLimit(8),
    runTool: () => Promise.resolve({ started: false, exitCode: null, stdout: "", stderr: "", timedOut: false }),
    raw: [],
  };
}
