import { readFileSync } from "node:fs";
import pLimit from "p-limit";
import type { CollectContext } from "../../../src/collect/context/context.ts";
import { createToolRunner } from "../../../src/collect/tool/tool.ts";
import type { RawOutput } from "../../../src/evidence/schema.ts";

/** Output of a system tool as it was recorded; see fixtures/tools/README.md for the sources. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/tools/${name}`, import.meta.url), "utf8");
}

/** The world as the collectors see it, with real tools of this machine. */
export function realContext(changes: Partial<CollectContext> = {}): CollectContext {
  const raw: RawOutput[] = [];
  const signal = new AbortController().signal;
  const started = performance.now();
  return {
    signal,
    elapsed: () => performance.now() - started,
    epoch: () => Date.now(),
    env: process.env,
    platform: process.platform,
    randomBytes: (size) => new Uint8Array(size),
    timed: pLimit(8),
    raw,
    runTool: createToolRunner({ signal, record: raw }),
    ...changes,
  };
}

/**
 * A runner that answers with recorded outputs, by tool and first argument; anything else is a tool that is not there.
 */
export function replay(outputs: Readonly<Record<string, string>>): CollectContext["runTool"] {
  return (tool, args) => {
    const stdout = outputs[`${tool} ${args.join(" ")}`] ?? outputs[tool];
    return Promise.resolve({
      started: stdout !== undefined,
      exitCode: stdout === undefined ? null : 0,
      stdout: stdout ?? "",
      stderr: "",
      timedOut: false,
    });
  };
}
