import { randomBytes } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { get as getSecure } from "node:https";
import type { Socket } from "node:net";
import { checkServerIdentity, connect as connectTls, type TLSSocket } from "node:tls";
import { createAuthority, type Authority } from "../../src/practice/servers/authority.ts";
import type { Running } from "../../src/practice/servers/listen.ts";

export const here = { address: "127.0.0.1", port: 0 };
export const now = (): number => Date.now();
const started: { close(): Promise<void> }[] = [];
/** For afterEach: ends what `up` was given. */
export async function closeAll(): Promise<void> {
  await Promise.all(started.splice(0).map((one) => one.close()));
}
/** Waits for a server and has it closed after the test. */
export async function up<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  started.push(server);
  return server;
}

export const authority = (name = "Test CA"): Promise<Authority> => createAuthority({ name, now, randomBytes });

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string | string[] | undefined>;
}
export function fetched(
  url: string,
  options: { method?: string; ca?: string; servername?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = (response: IncomingMessage): void => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    };
    const sent = url.startsWith("https")
      ? getSecure(url, { agent: false, ...options }, done)
      : get(url, { agent: false, ...options }, done);
    sent.on("error", reject);
    sent.setTimeout(1500, () => sent.destroy(new Error("no answer")));
  });
}
export function handshake(
  server: Running,
  ca: string,
  servername: string,
): Promise<{ error: string | null; names: boolean }> {
  return new Promise((resolve, reject) => {
    const socket = connectTls(
      { host: server.address, port: server.port, servername, ca, rejectUnauthorized: false },
      () => {
        const error = socket.authorized ? null : String(socket.authorizationError);
        resolve({ error, names: checkServerIdentity(servername, socket.getPeerCertificate()) === undefined });
        socket.destroy();
      },
    );
    socket.on("error", reject);
  });
}
/** Sends lines one after the other, each after an answer; the answers. */
export function dialogue(socket: Socket | TLSSocket, lines: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const heard: string[] = [];
    socket.on("error", reject);
    socket.on("data", (chunk: Buffer) => {
      heard.push(chunk.toString());
      const next = lines[heard.length - 1];
      if (next !== undefined) socket.write(`${next}\r\n`);
      else {
        socket.removeAllListeners("data");
        resolve(heard);
      }
    });
  });
}
