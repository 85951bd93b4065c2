import type { RawOutput } from "../evidence/schema.ts";
import type { CollectContext, ToolResult } from "./context.ts";
import { decodeToolOutput } from "./tool-output.ts";
import { toolEnvironment, toolPath } from "./tool-path.ts";

const OUTPUT_CAP = 1024 * 1024;
/** A tool that ignores SIGTERM is killed for good after this long. */
const GRACE_MS = 200;

/**
 * Makes the one way in which collectors run system tools: no shell, output capped at 1 MiB a stream, killed after the
 * time given with each call and when `signal` aborts. A missing tool, a failing one and a killed one are results, never exceptions.
 * @param record every result is added here, as `scan --record` keeps it; user names and passwords in addresses are blotted out
 */
export function createToolRunner({ signal, record }: { readonly signal: AbortSignal; readonly record: RawOutput[] }): CollectContext["runTool"] {
  return async (tool, args, timeoutMs) => {
    const result = await run(tool, args, timeoutMs, signal);
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

const NOT_RUN: ToolResult = { started: false, exitCode: null, stdout: "", stderr: "", timedOut: false };

async function run(tool: string, args: readonly string[], timeoutMs: number, signal: AbortSignal): Promise<ToolResult> {
  if (signal.aborted || timeoutMs <= 0) return { ...NOT_RUN, timedOut: true };
  try {
    // Loaded with the first tool: a scan of the practice office runs none, and the import costs more than a tool does.
    const { execa } = await import("execa");
    const child = execa(toolPath(tool, process.platform, process.env), [...args], {
      encoding: "buffer",
      env: toolEnvironment(process.platform, process.env),
      stdin: "ignore",
      reject: false,
      windowsHide: true,
      timeout: Math.ceil(timeoutMs),
      forceKillAfterDelay: GRACE_MS,
      maxBuffer: OUTPUT_CAP,
      cancelSignal: signal,
      stripFinalNewline: false,
    });
    const result = await Promise.race([child, overdue(timeoutMs + 2 * GRACE_MS)]);
    // Only a grandchild that keeps the pipes open gets here: the tool itself was killed long before.
    if (result === null) return { ...NOT_RUN, started: true, timedOut: true };
    return {
      // Without a process there is neither a status nor a signal.
      started: result.exitCode !== undefined || result.signal !== undefined,
      exitCode: result.exitCode ?? null,
      stdout: decodeToolOutput(result.stdout, process.platform),
      stderr: decodeToolOutput(result.stderr, process.platform),
      timedOut: result.timedOut,
    };
  } catch {
    // execa throws only for arguments that no process could take (a NUL byte): as good as a tool that is not there.
    return NOT_RUN;
  }
}

function overdue(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, null).unref();
  });
}

function withoutCredentials(text: string): string {
  return text.replace(/:\/\/[^\s/@"']+@/gu, "://***@");
}
