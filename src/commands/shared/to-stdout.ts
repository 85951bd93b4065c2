import type { CommandContext } from "../../base/context.ts";
import type { Written } from "../../report/sink.ts";

/**
 * Writes chunks to stdout as fast as its reader takes them.
 * @param context stops at its signal
 */
export async function toStdout(context: CommandContext, chunks: Iterable<string>): Promise<Written> {
  for (const chunk of chunks) {
    if (context.signal.aborted) return false;
    context.out(chunk);
    await context.drained?.();
  }
  return true;
}
