import { request as httpRequest } from "node:http";
import { Socket } from "node:net";
import type { CollectContext } from "../context/context.ts";
import { bad, badFrom, good, settle, type Result } from "../net/settle.ts";
import { familyOf } from "../../base/family.ts";

export interface Tunnel {
  readonly status: number;
  /** The connection through the proxy; only after a 2xx. */
  readonly socket: Socket | null;
}

/** host:port as in a URL: an IPv6 address in brackets. */
export function authority(host: string, port: number): string {
  return `${familyOf(host) === 6 ? `[${host}]` : host}:${String(port)}`;
}

/**
 * Asks a proxy for a tunnel (CONNECT, RFC 9110 9.3.6) over an open connection to it. A refusal is an answer with its
 * status, not a failure; the connection is then destroyed, as on any failure. Never rejects.
 */
export function openTunnel(
  context: Pick<CollectContext, "signal">,
  socket: Socket,
  target: { readonly host: string; readonly port: number },
  timeoutMs: number,
): Promise<Result<Tunnel>> {
  const path = authority(target.host, target.port);
  return settle<Tunnel>(context.signal, timeoutMs, (done) => {
    const request = httpRequest({
      createConnection: () => socket,
      method: "CONNECT",
      path,
      setHost: false,
      headers: { Host: path },
    });
    request.once("connect", (response, stream, head: Buffer) => {
      const status = response.statusCode ?? 0;
      if (status < 200 || status > 299 || !(stream instanceof Socket)) {
        done(good({ status, socket: null }));
        return;
      }
      if (head.length > 0) stream.unshift(head);
      done(good({ status, socket: stream }));
    });
    request.on("error", (error) => done(badFrom(error)));
    request.once("close", () => done(bad("CLOSED")));
    request.end();
    return (result) => {
      if (result.ok && result.value.socket !== null) return;
      request.destroy();
      socket.destroy();
    };
  });
}
