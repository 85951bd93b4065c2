import { execFile } from "node:child_process";
import type { RawOutput } from "../../evidence/schema.ts";
import { NOT_RUN, type CollectContext, type ToolResult } from "../context/context.ts";
import { decodeToolOutput } from "./tool-output.ts";
import { toolEnvironment, toolPath } from "./tool-path.ts";

export interface ToolRunnerInit {
  readonly signal: AbortSignal;
  readonly record: RawOutput[];
  readonly folders?: readonly string[];
}

const OUTPUT_CAP = 1024 * 1024;
/** How long the pipes of a killed tool may stay open. */
const GRACE_MS = 400;

/**
 * Makes the one way in which collectors run system tools: by absolute path, no shell, output capped at 1 MiB a stream,
 * killed after the time given with each call and when `signal` aborts. A missing tool, a failing one and a killed one
 * are results, never exceptions.
 * @param init `record`: every result is added here, as `scan --record` keeps it; user names and passwords in addresses
 *   are blotted out. `folders`: where tools lie, by default the system's own folders; PATH is never asked
 */
export function createToolRunner(init: ToolRunnerInit): CollectContext["runTool"] {
  const { signal, record, folders } = init;
  return async (tool, args, timeoutMs) => {
    const file = toolPath(tool, process.platform, process.env, folders);
    const result = file === null ? NOT_RUN : await run(file, args, timeoutMs, signal);
    record.push({
      tool,
      args: [...args],
      exitCode: result.exitCode,
      stdout: withoutCredentials(result.stdout),
      stderr: result.started ? withoutCredentials(result.stderr) : "not started",
    });
    return result;
  };
}

async function run(file: string, args: readonly string[], timeoutMs: number, signal: AbortSignal): Promise<ToolResult> {
  if (signal.aborted || timeoutMs <= 0) return { ...NOT_RUN, timedOut: true };
  // Only a grandchild that keeps the pipes open outlasts this: the tool itself was killed long before.
  return (
    (await Promise.race([outcomeOf(file, args, timeoutMs, signal), overdue(timeoutMs + GRACE_MS)])) ?? {
      ...NOT_RUN,
      started: true,
      timedOut: true,
    }
  );
}

// Node's own execFile: every scan runs a tool before its first probe, and a library for processes costs thirty
// milliseconds to load and start there.
function outcomeOf(file: string, args: readonly string[], timeoutMs: number, signal: AbortSignal): Promise<ToolResult> {
  return new Promise((resolve) => {
    const { platform, env } = process;
    const options = {
      encoding: "buffer",
      env: { ...env, ...toolEnvironment(platform) },
      windowsHide: true,
      timeout: Math.ceil(timeoutMs),
      // Tools only read: there is nothing that they would have to tidy up.
      killSignal: "SIGKILL",
      maxBuffer: OUTPUT_CAP,
      signal,
    } as const;
    try {
      const child = execFile(file, [...args], options, (error, stdout, stderr) => {
        resolve({
          started: child.pid !== undefined,
          exitCode: child.pid === undefined ? null : child.exitCode,
          stdout: decodeToolOutput(stdout, platform),
          stderr: decodeToolOutput(stderr, platform),
          // Killed, and neither for too much output nor because the scan was stopped.
          timedOut: error?.killed === true && error.code !== "ERR_CHILD_PROCESS_STDIO_MAXBUFFER" && !signal.aborted,
        });
      });
      child.stdin?.on("error", () => undefined).end();
    } catch {
      // Thrown only for arguments that no process could take (a NUL byte): as good as a tool that is not there.
      resolve(NOT_RUN);
    }
  });
}

function overdue(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, null).unref();
  });
}

function withoutCredentials(text: string): string {
  return text.replace(/:\/\/[^\s/@"']+@/gu, "://***@");
}
