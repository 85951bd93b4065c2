import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from "node:http";
import type { Server as NetServer, Socket } from "node:net";
import type { Server as TlsServer } from "node:tls";

/** A server that is listening. `close` ends it and every connection that it still holds; calling it twice is fine. */
export interface Running {
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Where a server listens. Port 0 asks the system for a free one; the one given is in `Running.port`. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

/**
 * Starts a TCP, TLS or HTTP server at a place and keeps account of its connections, so that closing never waits for a
 * client.
 * @throws the system's own error (EADDRINUSE, EACCES, EADDRNOTAVAIL) when the place cannot be had
 */
export async function listen(server: NetServer | TlsServer | HttpServer, place: Place): Promise<Running> {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    // A client that resets its connection is its own business, never the server's end.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: place.address, port: place.port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : place.port;
  let closing: Promise<void> | undefined;
  const end = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return { address: place.address, port, close: () => (closing ??= end()) };
}

/** A plain HTTP server at a place. */
export function listenHttp(place: Place, answer: RequestListener): Promise<Running> {
  return listen(createHttpServer(answer), place);
}
