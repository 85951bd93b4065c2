import { createSocket } from "node:dgram";
import type { FailureCode } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import { good, settle } from "./settle.ts";
import { bindingRequest, readBindingAnswer, STUN_ID_BYTES } from "./stun-message.ts";
import { close, datagramCode, literalOnly } from "./udp.ts";
import { familyOf } from "../../base/family.ts";

export interface StunSeriesWanted {
  readonly address: string;
  readonly port: number;
  readonly samples: number;
  readonly intervalMs: number;
  readonly timeoutMs: number;
}

export interface StunSeries {
  readonly sent: number;
  /** In order of sending. */
  readonly rttMs: readonly number[];
  readonly mapped: string | null;
  /** Set when no request could be sent, or the port is closed. */
  readonly code: FailureCode | null;
}

/**
 * Sends binding requests at a steady pace over one socket; each carries an id of its own, so late answers find theirs.
 * Never rejects.
 */
export async function stunSeries(context: CollectContext, wanted: StunSeriesWanted): Promise<StunSeries> {
  const ids: Uint8Array[] = [];
  const sentAtMs: number[] = [];
  const rttMs = new Map<number, number>();
  let mapped: string | null = null;
  let code: FailureCode | null = null;
  const totalMs = Math.max(0, wanted.samples - 1) * wanted.intervalMs + wanted.timeoutMs;
  const end = await settle<null>(context.signal, totalMs, (done) => {
    const socket = createSocket({ type: `udp${familyOf(wanted.address)}`, lookup: literalOnly });
    let timer: NodeJS.Timeout | undefined;
    const sendOne = (): void => {
      const id = context.randomBytes(STUN_ID_BYTES);
      ids.push(id);
      sentAtMs.push(context.elapsed());
      socket.send(bindingRequest(id), (error) => {
        if (error !== null) code = datagramCode(error);
      });
      if (ids.length >= wanted.samples) clearInterval(timer);
    };
    socket.on("error", (error) => {
      // A closed port: the answer of every further request is known.
      code = datagramCode(error);
      done(good(null));
    });
    socket.on("message", (datagram) => {
      const index = ids.findIndex((id) => readBindingAnswer(datagram, id) !== undefined);
      const answer = index < 0 ? undefined : readBindingAnswer(datagram, ids[index] ?? new Uint8Array());
      if (answer === undefined || rttMs.has(index)) return;
      rttMs.set(index, context.elapsed() - (sentAtMs[index] ?? 0));
      mapped ??= answer.mapped;
      if (rttMs.size === wanted.samples) done(good(null));
    });
    let ended = false;
    socket.once("connect", () => {
      // An abort may have closed the socket between the call and this event.
      if (ended) return;
      timer = setInterval(sendOne, wanted.intervalMs);
      sendOne();
    });
    socket.connect(wanted.port, wanted.address);
    return () => {
      ended = true;
      clearInterval(timer);
      close(socket);
    };
  });
  if (!end.ok && end.code !== "TIMEOUT") code ??= end.code;
  const inOrder = [...rttMs.entries()].toSorted(([left], [right]) => left - right).map(([, rtt]) => rtt);
  return { sent: ids.length, rttMs: inOrder, mapped, code };
}
