import { pause } from "../net/settle.ts";
import type { CollectContext } from "../context/context.ts";
import type { EchoAnswer, EchoSender } from "./echo.ts";
import type { PingOptions, PingResult } from "./options.ts";

/**
 * A series of echo requests by the system's own interface: each is sent on time, whether the one before was answered or not; fewer where the
 * deadline leaves no room. `available` false where the system cannot send any.
 */
export async function echoSeries(
  context: CollectContext,
  send: EchoSender,
  address: string,
  options: PingOptions,
): Promise<PingResult> {
  const { count, intervalMs, timeoutMs, deadlineMs, ttl, payloadBytes, dontFragment } = options;
  const room = Math.floor((deadlineMs - timeoutMs) / Math.max(1, intervalMs)) + 1;
  const number = Math.max(1, Math.min(count, room));
  const request = {
    address,
    timeoutMs: Math.max(1, Math.min(timeoutMs, deadlineMs)),
    ...(ttl === undefined ? {} : { ttl }),
    ...(payloadBytes === undefined ? {} : { payloadBytes }),
    ...(dontFragment === undefined ? {} : { dontFragment }),
  };
  const answers: Promise<EchoAnswer | null>[] = [];
  for (let at = 0; at < number && !context.signal.aborted; at += 1) {
    if (at > 0) await pause(context, intervalMs);
    answers.push(send(request, context.signal).catch(() => null));
  }
  const told = (await Promise.all(answers)).filter((one) => one !== null);
  if (told.length === 0) return { available: false };
  const good = told.filter((one) => one.kind === "answer");
  return {
    available: true,
    sent: told.length,
    received: good.length,
    rttMs: good.map((one) => one.rttMs),
    errors: told.flatMap((one) => (one.kind === "error" ? [{ from: one.from, kind: one.code }] : [])),
    toldMtu: null,
  };
}
