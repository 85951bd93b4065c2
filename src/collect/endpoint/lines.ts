import type { Socket } from "node:net";
import { terminalSafe } from "../../base/terminal-safe.ts";
import type { CollectContext } from "../context/context.ts";
import { bad, good, settle, type Result } from "../net/settle.ts";

/** A server that says more before it comes to an end is not a mail server. */
const MAX_REPLY_BYTES = 8 * 1024;

export interface LineReader {
  /** The next whole reply, all lines of it, control sequences removed. TOO_LARGE when it does not end. */
  reply(timeoutMs: number): Promise<Result<string>>;
  /** Leaves the socket to somebody else (TLS). */
  release(): void;
}

/**
 * Replies of SMTP and IMAP over a connection. A reply ends with a line whose code is not followed by a hyphen (RFC 5321
 * 4.2.1).
 */
export function openLines(context: Pick<CollectContext, "signal">, socket: Socket): LineReader {
  let text = "";
  let wake = (): void => {};
  const onData = (chunk: Buffer): void => {
    // One byte a character: mail replies are ASCII, and hostile bytes must not cost more than they are.
    text += chunk.toString("latin1");
    wake();
  };
  socket.on("data", onData);
  return {
    reply: (timeoutMs) =>
      settle<string>(context.signal, timeoutMs, (done) => {
        const look = (): void => {
          const end = endOfReply(text);
          if (end > 0) {
            const reply = terminalSafe(text.slice(0, end)).trimEnd();
            text = text.slice(end);
            done(good(reply));
          } else if (text.length > MAX_REPLY_BYTES) done(bad("TOO_LARGE"));
          else if (socket.destroyed || socket.readableEnded) done(bad("CLOSED"));
        };
        const onClose = (): void => done(bad("CLOSED"));
        wake = look;
        socket.once("close", onClose);
        socket.once("end", onClose);
        look();
        return () => {
          wake = (): void => {};
          socket.off("close", onClose);
          socket.off("end", onClose);
        };
      }),
    release() {
      socket.off("data", onData);
    },
  };
}

function endOfReply(text: string): number {
  let from = 0;
  for (;;) {
    const end = text.indexOf("\n", from);
    if (end < 0) return -1;
    if (!/^\d{3}-/u.test(text.slice(from, from + 4))) return end + 1;
    from = end + 1;
  }
}
