import { EXIT, type ExitCode } from "./exit.ts";

/** SIGHUP: the window was closed. Windows knows Ctrl+C and the closed window alone. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A command that was told to stop gets this long to put away what it has; one that hangs in a read then ends all the same. */
const GRACE_MS = 1000;

/** First Ctrl+C: the command is told to stop and keeps what it has; a second one ends the process at once. */
export async function withSignals(body: (signal: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> {
  const controller = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const end = (): never => process.exit(EXIT.interrupted);
  const stop = (): void => {
    if (controller.signal.aborted) end();
    grace = setTimeout(end, GRACE_MS);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await body(controller.signal);
  } finally {
    clearTimeout(grace);
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
