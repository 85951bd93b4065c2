import { createSocket } from "node:dgram";
import type { ObservationOf } from "../../evidence/schema.ts";
import { median } from "../../base/statistics.ts";
import type { CollectContext } from "../context/context.ts";
import { round } from "./series.ts";

type OwnDelay = ObservationOf<"ownDelay">;
type Window = OwnDelay["evidence"]["windows"][number];

/** Often enough to catch what a sample of the line meets, rarely enough to be no load itself. */
const TICK_MS = 25;
/** Evidence belongs to its second: a virus scanner of one second must not spoil the others. */
const WINDOW_MS = 500;

interface Ticks {
  readonly lag: number[];
  readonly echo: number[];
  sent: number;
}

/**
 * Measures what this very computer adds to every time that it measures: how late its timers come (others have the
 * processor), and how long a datagram to itself takes. Runs beside the scan until it is stopped.
 */
export function startOwnDelay(context: Pick<CollectContext, "elapsed" | "signal">): { stop(): OwnDelay } {
  const startMs = context.elapsed();
  const windows = new Map<number, Ticks>();
  const at = (ms: number): Ticks => {
    const index = Math.floor((ms - startMs) / WINDOW_MS);
    const found = windows.get(index) ?? { lag: [], echo: [], sent: 0 };
    windows.set(index, found);
    return found;
  };
  const echo = loopbackEcho(context, (sentMs) => at(sentMs).echo.push(context.elapsed() - sentMs));
  let dueMs = startMs + TICK_MS;
  let timer = setTimeout(tick, TICK_MS);
  function tick(): void {
    const nowMs = context.elapsed();
    at(dueMs).lag.push(Math.max(0, nowMs - dueMs));
    if (echo.send(nowMs)) at(nowMs).sent += 1;
    dueMs = nowMs + TICK_MS;
    timer = setTimeout(tick, TICK_MS);
  }
  return {
    stop() {
      clearTimeout(timer);
      echo.close();
      return {
        id: "own-delay",
        collector: "ownDelay",
        target: "127.0.0.1",
        startMs,
        durationMs: context.elapsed() - startMs,
        outcome: "ok",
        evidence: { windows: [...windows].map(([index, ticks]) => windowOf(startMs + index * WINDOW_MS, ticks)) },
      };
    },
  };
}

function windowOf(startMs: number, { lag, echo, sent }: Ticks): Window {
  return {
    startMs: round(startMs),
    durationMs: WINDOW_MS,
    ...(lag.length === 0 ? { lagMs: null, worstLagMs: null } : { lagMs: figure(lag), worstLagMs: worst(lag) }),
    ...(echo.length === 0 ? { echoMs: null, worstEchoMs: null } : { echoMs: figure(echo), worstEchoMs: worst(echo) }),
    echoesSent: sent,
    echoesReceived: echo.length,
  };
}

const figure = (values: readonly number[]): number => round(median(values) ?? 0);
const worst = (values: readonly number[]): number => round(Math.max(...values));

/** A socket that speaks to itself. Where the system gives none, nothing is sent. */
function loopbackEcho(
  context: Pick<CollectContext, "signal">,
  heard: (sentMs: number) => void,
): { send(nowMs: number): boolean; close(): void } {
  const socket = createSocket("udp4");
  const pending = new Map<number, number>();
  let port: number | null = null;
  let next = 0;
  const close = (): void => {
    if (port === -1) return;
    port = -1;
    socket.close();
  };
  socket.on("error", close);
  socket.on("message", (datagram) => {
    const sentMs = datagram.length === 4 ? pending.get(datagram.readUInt32BE(0)) : undefined;
    if (sentMs !== undefined) heard(sentMs);
  });
  socket.bind(0, "127.0.0.1", () => (port = port === -1 ? -1 : socket.address().port));
  socket.unref();
  context.signal.addEventListener("abort", close, { once: true });
  return {
    close,
    send(nowMs) {
      if (port === null || port === -1) return false;
      const datagram = Buffer.alloc(4);
      datagram.writeUInt32BE(next);
      pending.set(next, nowMs);
      next += 1;
      socket.send(datagram, port, "127.0.0.1", () => undefined);
      return true;
    },
  };
}
