import { createSocket, type Socket } from "node:dgram";
import type { FailureCode } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import { errorText, failureCodeOf } from "./failure.ts";
import { bad, good, settle, type Result } from "./settle.ts";
import { familyOf } from "../../base/family.ts";

export interface Exchange<T> {
  readonly address: string;
  readonly port: number;
  readonly request: Uint8Array;
  readonly timeoutMs: number;
  /** Parses one datagram; undefined for one that is not the answer (wrong id, garbage), which is waited past. */
  parse(datagram: Buffer): T | undefined;
}

export interface Answered<T> {
  readonly value: T;
  readonly rttMs: number;
}

/**
 * Sends one datagram from a new, random port over a connected socket and waits for the answer. Connected, so that the
 * kernel drops datagrams of other senders and hands on an ICMP "port unreachable", which silence (TIMEOUT) is not.
 * Never rejects.
 */
export function exchange<T>(
  context: Pick<CollectContext, "signal" | "elapsed">,
  wanted: Exchange<T>,
): Promise<Result<Answered<T>>> {
  return settle<Answered<T>>(context.signal, wanted.timeoutMs, (done) => {
    const socket = createSocket({ type: `udp${familyOf(wanted.address)}`, lookup: literalOnly });
    let startMs = context.elapsed();
    socket.on("error", (error) => done(bad(datagramCode(error), errorText(error))));
    socket.on("message", (datagram) => {
      const value = wanted.parse(datagram);
      if (value !== undefined) done(good({ value, rttMs: context.elapsed() - startMs }));
    });
    let ended = false;
    socket.once("connect", () => {
      // An abort may have closed the socket between the call and this event; sending on it would throw outside every
      // promise.
      if (ended) return;
      startMs = context.elapsed();
      socket.send(wanted.request, (error) => {
        if (error !== null) done(bad(datagramCode(error), errorText(error)));
      });
    });
    socket.connect(wanted.port, wanted.address);
    return () => {
      ended = true;
      close(socket);
    };
  });
}

/** Linux and macOS tell of a closed UDP port as "refused", Windows as "reset" (WSAECONNRESET). */
export function datagramCode(error: unknown): FailureCode {
  const code = failureCodeOf(error);
  return code === "REFUSED" || code === "RESET" ? "PORT_UNREACHABLE" : code;
}

/** The address is a literal already; the thread pool of getaddrinfo is never entered. */
export function literalOnly(
  hostname: string,
  _options: unknown,
  callback: (error: NodeJS.ErrnoException | null, address: string, family: number) => void,
): void {
  callback(null, hostname, familyOf(hostname));
}

export function close(socket: Socket): void {
  try {
    socket.close();
  } catch {
    // Already closed by an error of its own.
  }
}
