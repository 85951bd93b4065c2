import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { changeable, type Changeable } from "./behaviour.ts";
import { listen, type Place, type Running } from "./listen.ts";

export interface ProxyBehaviour {
  /**
   * `relay`: does its work; `deny`: answers every request with `status`; `silent`: takes requests and never answers.
   */
  readonly mode: "relay" | "deny" | "silent";
  /** Status of a denial: 403, or 407 where it wants a log-in. */
  readonly status: number;
  /** Hosts that it denies while it relays to all others. */
  readonly denies: readonly string[];
}
export interface ProxyServer extends Running, Changeable<ProxyBehaviour> {
  /** Targets asked for, host:port. */
  readonly seen: readonly string[];
}

/**
 * A web proxy: CONNECT tunnels and plain requests (RFC 9110 9.3.6, 7.3.2). It relays to wherever it is asked, so keep
 * it on loopback.
 */
export async function startProxy(
  options: Place & { readonly behaviour?: Partial<ProxyBehaviour> },
): Promise<ProxyServer> {
  const state = changeable<ProxyBehaviour>({ mode: "relay", status: 403, denies: [], ...options.behaviour });
  const seen: string[] = [];
  const note = (target: string): void => {
    if (seen.length < 10_000) seen.push(target);
  };
  const server = createServer((request, response) => {
    const { mode, status, denies } = state.behaviour();
    request.on("error", () => undefined);
    if (mode === "silent") {
      request.resume();
      return;
    }
    const target = URL.canParse(request.url ?? "") ? new URL(request.url ?? "") : null;
    const denied = mode === "deny" || denies.includes(target?.hostname ?? "");
    if (denied || target === null) {
      request.resume();
      response.writeHead(denied ? status : 400).end();
      return;
    }
    note(target.host);
    relayPlain(request, response, target);
  });
  server.on("connect", (request: IncomingMessage, client: Socket, head: Buffer) => {
    const { mode, status, denies } = state.behaviour();
    client.on("error", () => client.destroy());
    if (mode === "silent") return;
    const target = /^(?:\[(?<six>[^\]]+)\]|(?<host>[^:]+)):(?<port>\d{1,5})$/u.exec(request.url ?? "")?.groups;
    const denied = mode === "deny" || denies.includes(target?.["host"] ?? "");
    if (denied || target === undefined) {
      client.end(`HTTP/1.1 ${denied ? status : 400} -\r\n\r\n`);
      return;
    }
    note(request.url ?? "");
    tunnel(client, head, target["six"] ?? target["host"] ?? "", Number(target["port"]));
  });
  return { ...(await listen(server, options)), ...state, seen };
}

function relayPlain(request: IncomingMessage, response: ServerResponse, target: URL): void {
  const onward = httpRequest(target, { method: request.method ?? "GET", headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  request.pipe(onward);
}

function tunnel(client: Socket, head: Buffer, host: string, port: number): void {
  const onward = connect({ host, port }, () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    onward.write(head);
    client.pipe(onward).pipe(client);
  });
  onward.on("error", () => client.end("HTTP/1.1 502 -\r\n\r\n"));
  client.on("close", () => onward.destroy());
}
