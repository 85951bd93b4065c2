import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Meter } from "./load-meter.ts";

/** A page that the profile names and that this scan has already fetched once. */
export interface LoadSource {
  readonly tls: boolean;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly path: string;
}

/**
 * Fetches the page over and over, until `mostBytes` have come to all that share the meter, or the signal. Never
 * rejects.
 */
export async function fetchAgain(
  source: LoadSource,
  signal: AbortSignal,
  meter: Meter,
  mostBytes: number,
): Promise<void> {
  let more = true;
  while (more && !signal.aborted && meter.bytes() < mostBytes) more = await fetchOnce(source, signal, meter, mostBytes);
}

/** Resolves to false when it makes no sense to ask again. */
function fetchOnce(source: LoadSource, signal: AbortSignal, meter: Meter, mostBytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    const raw = connect({ host: source.address, port: source.port, autoSelectFamily: false });
    meter.add(raw);
    const end = (again: boolean): void => {
      meter.read();
      raw.destroy();
      resolve(again);
    };
    raw.on("error", () => end(false));
    // Only bytes are counted here; whose they are was looked at by the endpoint's own probe.
    const stream = source.tls ? connectTls({ socket: raw, servername: source.host, rejectUnauthorized: false }) : raw;
    stream.on("error", () => end(false));
    const onAnswer = (answer: IncomingMessage): void => {
      answer.on("data", () => {
        meter.read();
        if (meter.bytes() >= mostBytes) answer.destroy();
      });
      answer.on("error", () => end(false));
      answer.on("close", () => end((answer.statusCode ?? 500) < 300));
    };
    const headers = { host: source.host, "accept-encoding": "identity" };
    const call = httpRequest({ createConnection: () => stream, path: source.path, headers, signal }, onAnswer);
    call.on("error", () => end(false));
    call.end();
  });
}
