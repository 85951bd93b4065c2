import { bad, settle, type Result } from "./settle.ts";
import { openTcp, type Dialling, type OpenTcp } from "./tcp.ts";
import type { TimeoutPolicy } from "./timeout-policy.ts";

export interface ConfirmedTcp {
  readonly result: Result<OpenTcp>;
  /** Tries that were started: 1, or 2 when the first stayed silent. */
  readonly tries: number;
}

export interface ConfirmOptions {
  readonly timeouts: TimeoutPolicy;
  /** Cap from the profile or the plan, milliseconds. */
  readonly capMs: number;
  readonly localAddress?: string;
}

/**
 * Opens a TCP connection; a silent target gets one confirming try beside the first, which stays open (a slow answer to
 * it still counts). Refusals and unreachable targets end it at once. The time-outs are asked again when they pass, so
 * that what the rest of the scan has learned meanwhile counts. Never rejects.
 */
export async function openConfirmed(
  context: Dialling,
  address: string,
  port: number,
  options: ConfirmOptions,
): Promise<ConfirmedTcp> {
  let tries = 0;
  const { timeouts, capMs } = options;
  const result = await settle<OpenTcp>(context.signal, capMs, (done) => {
    const losers = new AbortController();
    const startMs = context.elapsed();
    const timers = new Set<NodeJS.Timeout>();
    let settled = false;
    const later = (ms: number, action: () => void): void => {
      const timer = setTimeout(action, ms);
      timers.add(timer);
    };
    const start = async (): Promise<void> => {
      tries += 1;
      const attempt = await openTcp(context, address, port, {
        timeoutMs: capMs,
        signal: losers.signal,
        ...(options.localAddress === undefined ? {} : { localAddress: options.localAddress }),
      });
      if (attempt.ok && settled) attempt.value.socket.destroy();
      else done(attempt);
    };
    const giveUp = (): void => {
      const leftMs = startMs + timeouts.giveUpMs() - context.elapsed();
      // After one more look at the sockets, as in settle.
      if (leftMs <= 1) setImmediate(done, bad("TIMEOUT"));
      else later(leftMs, giveUp);
    };
    void start();
    later(timeouts.confirmAfterMs(), () => {
      void start();
      giveUp();
    });
    return () => {
      settled = true;
      for (const timer of timers) clearTimeout(timer);
      losers.abort();
    };
  });
  return { result, tries };
}
