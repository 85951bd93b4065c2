import { connect, isIP, type Socket } from "node:net";
import type { z } from "zod";
import type { tcpAttempt as tcpAttemptSchema } from "../../evidence/network.ts";
import type { CollectContext } from "../context/context.ts";
import { bad, badFrom, good, settle, type Result } from "./settle.ts";

export type TcpAttempt = z.infer<typeof tcpAttemptSchema>;

export interface TcpOptions {
  /** Deadline of the attempt, milliseconds; the socket is destroyed when it passes. */
  readonly timeoutMs: number;
  /** Own address to start from, to force one interface. */
  readonly localAddress?: string;
  /** Ends this attempt earlier than the scan's own signal (a sibling attempt has won). */
  readonly signal?: AbortSignal;
}

export interface OpenTcp {
  readonly socket: Socket;
  /** From the call to the completed handshake, milliseconds. */
  readonly rttMs: number;
}

/** What opening a connection needs of the world. */
export type Dialling = Pick<CollectContext, "signal" | "elapsed" | "swallows" | "pace">;

/**
 * Opens one TCP connection to one address: no name look-up, no happy eyeballs, no second address.
 * On success the caller owns the socket; on any failure it is already destroyed. Never rejects.
 */
export async function openTcp(
  context: Dialling,
  address: string,
  port: number,
  options: TcpOptions,
): Promise<Result<OpenTcp>> {
  const family = isIP(address);
  if (family === 0) return bad("ADDRESS_UNAVAILABLE", `not an address: ${address}`);
  if (context.pace !== undefined) await context.pace(address);
  const signal = options.signal ?? context.signal;
  if (context.swallows?.(address, port) === true)
    return settle<OpenTcp>(signal, options.timeoutMs, () => () => undefined);
  return settle<OpenTcp>(signal, options.timeoutMs, (done) => {
    const startMs = context.elapsed();
    const socket = connect({
      host: address,
      port,
      autoSelectFamily: false,
      noDelay: true,
      ...(options.localAddress === undefined ? {} : { localAddress: options.localAddress }),
    });
    socket.once("connect", () => done(good({ socket, rttMs: context.elapsed() - startMs })));
    // Stays for the life of the socket: an error after the end of a phase must never become an uncaught exception.
    socket.on("error", (error) => done(badFrom(error)));
    return (result) => {
      if (!result.ok) socket.destroy();
    };
  });
}

/** One attempt as evidence: opens, measures, resets. Never rejects. */
export async function tcpAttempt(
  context: Dialling,
  address: string,
  port: number,
  options: TcpOptions,
): Promise<TcpAttempt> {
  const result = await openTcp(context, address, port, options);
  if (!result.ok) return { port, outcome: "failed", code: result.code, rttMs: null };
  result.value.socket.destroy();
  return { port, outcome: "ok", rttMs: result.value.rttMs };
}
