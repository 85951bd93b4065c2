import { randomBytes } from "node:crypto";
import type { CommandContext } from "../../src/base/context.ts";

export interface TestContext {
  readonly context: CommandContext;
  /** What came out on stdout and stderr so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/**
 * A command's view of the world with a folder of its own; no terminal, clock stopped at 2026-11-21T08:30+07:00 unless
 * changed.
 */
export function testContext(dataDir: string, change: Partial<CommandContext> = {}): TestContext {
  const told = { out: "", err: "" };
  const context: CommandContext = {
    lang: "en",
    out: (text) => void (told.out += text),
    err: (text) => void (told.err += text),
    colour: false,
    colourOut: false,
    interactive: false,
    columns: 100,
    rows: 24,
    env: {},
    platform: "linux",
    cwd: dataDir,
    dataDir,
    signal: new AbortController().signal,
    now: () => Date.UTC(2026, 10, 21, 1, 30),
    monotonic: () => performance.now(),
    timeZone: "Asia/Ho_Chi_Minh",
    randomBytes: (size) => randomBytes(size),
    ...change,
  };
  return { context, stdout: () => told.out, stderr: () => told.err };
}
