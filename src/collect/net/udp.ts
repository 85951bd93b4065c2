import { createSocket, type Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import type { CollectContext } from "../context.ts";
import { badFrom, good, settle, type Result } from "./settle.ts";

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
 * Sends one datagram from a new, random port over a connected socket and waits for the answer. Connected, so that the kernel drops
 * datagrams of other senders and hands on an ICMP "port unreachable" as REFUSED, which silence (TIMEOUT) is not. Never rejects.
 */
export function exchange<T>(context: Pick<CollectContext, "signal" | "elapsed">, wanted: Exchange<T>): Promise<Result<Answered<T>>> {
  return settle<Answered<T>>(context.signal, wanted.timeoutMs, (done) => {
    const socket = createSocket({ type: isIPv6(wanted.address) ? "udp6" : "udp4", lookup: literalOnly });
    let startMs = context.elapsed();
    socket.on("error", (error) => done(badFrom(error)));
    socket.on("message", (datagram) => {
      const value = wanted.parse(datagram);
      if (value !== undefined) done(good({ value, rttMs: context.elapsed() - startMs }));
    });
    socket.once("connect", () => {
      startMs = context.elapsed();
      socket.send(wanted.request, (error) => {
        if (error !== null) done(badFrom(error));
      });
    });
    socket.connect(wanted.port, wanted.address);
    return () => close(socket);
  });
}

/** The address is a literal already; the thread pool of getaddrinfo is never entered. */
export function literalOnly(
  hostname: string,
  _options: unknown,
  callback: (error: NodeJS.ErrnoException | null, address: string, family: number) => void,
): void {
  callback(null, hostname, isIPv6(hostname) ? 6 : 4);
}

export function close(socket: Socket): void {
  try {
    socket.close();
  } catch {
    // Already closed by an error of its own.
  }
}
