import { EXIT, type ExitCode } from "../base/exit.ts";

/** SIGHUP: the window was closed. Windows knows Ctrl+C and the closed window alone. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * A command that was told to stop gets this long to put away what it has; one that hangs in a read then ends all the
 * same.
 */
const GRACE_MS = 1000;
/** What a stopped command left behind (an open connection, a look-up) keeps the process no longer than this. */
const LEFTOVER_MS = 50;

/** First Ctrl+C: the command is told to stop and keeps what it has; a second one ends the process at once. */
export async function withSignals(body: (signal: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> {
  const controller = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const stop = (): void => {
    if (controller.signal.aborted) endNow();
    grace = setTimeout(endNow, GRACE_MS);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await body(controller.signal);
  } finally {
    clearTimeout(grace);
    if (controller.signal.aborted) setTimeout(endNow, LEFTOVER_MS).unref();
    else for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/**
 * Ends the process with 130. An orderly exit waits for libuv's thread pool, and looking up a name that no server
 * answers for keeps that busy for ten seconds: then the process ends itself by the signal, which a shell reports as 130
 * as well. Windows does not wait.
 */
function endNow(): void {
  if (!waitsForPool() || process.platform === "win32") process.exit(EXIT.interrupted);
  if (process.stdin.isTTY) process.stdin.setRawMode(false);
  process.removeAllListeners("SIGINT");
  process.kill(process.pid, "SIGINT");
}

/** Would an orderly exit wait for a look-up or a file in libuv's thread pool? */
export function waitsForPool(): boolean {
  return process.getActiveResourcesInfo().some((name) => /^(?:FSReq|GetAddrInfo|GetNameInfo)/u.test(name));
}
