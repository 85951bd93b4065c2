import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A receiver on loopback that remembers, by its key, everything that it confirmed and whose digest holds. */
export interface Centre {
  readonly url: string;
  readonly got: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** @param status what it answers to the n-th whole body, from 1 */
export async function receiver(status: (count: number) => number): Promise<Centre> {
  const got = new Map<string, number>();
  let count = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const hash = createHash("sha256");
    // A client that is killed in the middle of a body ends the request with an error.
    try {
      for await (const piece of request) hash.update(piece as Buffer);
    } catch {
      return;
    }
    const whole = request.headers["content-digest"] === `sha-256=:${hash.digest("base64")}:`;
    count += 1;
    const answer = whole ? status(count) : 400;
    const key = String(request.headers["idempotency-key"]);
    if (answer === 201) got.set(key, (got.get(key) ?? 0) + 1);
    response.writeHead(answer).end();
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}/visits`,
    got,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
