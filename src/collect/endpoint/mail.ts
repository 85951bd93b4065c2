import type { Socket } from "node:net";
import { failureWith } from "../net/failure.ts";
import { bad, good, type Result } from "../net/settle.ts";
import { openLines, type LineReader } from "./lines.ts";
import { tlsStep } from "./secure.ts";
import { answerMs, type Talk } from "./talk.ts";

const GREETING_LIMIT = 200;

/** Greeting of an IMAP server over TLS (RFC 9051 7.1); no log-in. Writes `firstByte` and `mail`. */
export async function talkImap(talk: Talk, socket: Socket): Promise<void> {
  const lines = openLines(talk.context, socket);
  const greeting = await greet(talk, lines, /^\* (?:OK|PREAUTH)\b/u);
  if (greeting.ok) socket.write("q LOGOUT\r\n");
}

/**
 * Greeting of a mail server, EHLO, and TLS where it is offered (RFC 5321, RFC 3207); no log-in, no mail. Writes
 * `firstByte`, `tls`, `mail`.
 */
export async function talkSmtp(talk: Talk, socket: Socket, secure: boolean): Promise<void> {
  const { record } = talk;
  const lines = openLines(talk.context, socket);
  const greeting = await greet(talk, lines, /^220[ -]/u);
  if (!greeting.ok) return;
  const ehlo = await say(talk, socket, lines, `EHLO [${ownAddress(socket)}]`);
  if (!ehlo.ok) return record.fail(failureWith("reply", ehlo.code, ehlo.detail));
  if (secure) return quit(socket);
  const starttlsOffered = /^250[ -]STARTTLS\s*$/imu.test(ehlo.value);
  record.note({ mail: { greeting: greeting.value, starttlsOffered, starttlsDone: "unknown" } });
  if (!starttlsOffered) return quit(socket);
  const starttlsDone = await startTls(talk, socket, lines);
  record.note({ mail: { greeting: greeting.value, starttlsOffered, starttlsDone } });
}

/** STARTTLS and the handshake; false with a failure of phase `starttls` in the record. */
async function startTls(talk: Talk, socket: Socket, lines: LineReader): Promise<boolean> {
  const ready = await say(talk, socket, lines, "STARTTLS");
  if (!ready.ok || !ready.value.startsWith("220")) {
    const refused = ready.ok ? bad("PROTOCOL", ready.value) : ready;
    talk.record.fail(failureWith("starttls", refused.code, refused.detail));
    return false;
  }
  lines.release();
  const secured = await tlsStep(talk, socket, "starttls");
  if (secured.ok) quit(secured.value);
  return secured.ok;
}

function quit(socket: Socket): void {
  socket.end("QUIT\r\n");
}

/** Reads the greeting as the step `firstByte`; a greeting that turns clients away is PROTOCOL. */
async function greet(talk: Talk, lines: LineReader, welcome: RegExp): Promise<Result<string>> {
  const { context, record } = talk;
  return record.step("firstByte", "greeting", async () => {
    const reply = await lines.reply(answerMs(talk));
    if (!reply.ok) return reply;
    const greeting = reply.value.slice(0, GREETING_LIMIT);
    record.note({
      receivedAtMs: context.epoch(),
      mail: { greeting, starttlsOffered: "unknown", starttlsDone: "unknown" },
    });
    return welcome.test(greeting) ? good(greeting) : bad("PROTOCOL", greeting);
  });
}

function say(talk: Talk, socket: Socket, lines: LineReader, command: string): Promise<Result<string>> {
  const reply = lines.reply(answerMs(talk));
  socket.write(`${command}\r\n`);
  return reply;
}

/** A client without a name says its address (RFC 5321 4.1.3). */
function ownAddress(socket: Socket): string {
  const address = socket.localAddress ?? "127.0.0.1";
  return address.includes(":") ? `IPv6:${address.replace(/%.*$/u, "")}` : address;
}
