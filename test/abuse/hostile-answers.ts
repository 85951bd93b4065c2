import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** What a hostile server does with a connection. */
export type Trick = (socket: Socket) => void;

const head = (status: string, headers: readonly string[] = []): string =>
  [`HTTP/1.1 ${status}`, ...headers, "", ""].join("\r\n");
const once64k = Buffer.alloc(65_536, "x");

/** Writes as long as anybody reads. */
function flood(socket: Socket, piece: string | Buffer): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on("drain", more);
  more();
}

/** The same, a byte now and then. */
function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(text[at % text.length] ?? "x");
    at += 1;
  }, 50);
  socket.on("close", () => clearInterval(timer));
}

/** Answers to whoever speaks HTTP. */
export const HTTP_TRICKS: Readonly<Record<string, Trick>> = {
  silence: () => undefined,
  "closes at once": (socket) => void socket.destroy(),
  "closes after the first byte": (socket) => void socket.end("H"),
  garbage: (socket) => void socket.end(Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7) % 256))),
  "a status of nine digits": (socket) => void socket.end(head("999999999 X")),
  "a status line without an end": (socket) => flood(socket, "HTTP/1.1 201 xxxxxxxxxxxxxxxxxxxxxxxxx"),
  "headers without an end": (socket) => {
    socket.write("HTTP/1.1 201 Created\r\n");
    flood(socket, `x-a: ${"b".repeat(1000)}\r\n`);
  },
  "one header without an end": (socket) => {
    socket.write("HTTP/1.1 201 Created\r\nx-a: ");
    flood(socket, once64k);
  },
  "a body without an end": (socket) => {
    socket.write(head("200 OK", ["content-type: text/html"]));
    flood(socket, once64k);
  },
  "a body of another length": (socket) => void socket.end(`${head("200 OK", ["content-length: 10"])}abc`),
  "a negative length": (socket) => void socket.end(`${head("200 OK", ["content-length: -5"])}abc`),
  "two lengths": (socket) => void socket.end(`${head("200 OK", ["content-length: 3", "content-length: 30"])}abc`),
  "chunks without an end": (socket) => {
    socket.write(head("200 OK", ["transfer-encoding: chunked"]));
    flood(socket, `10000\r\n${"z".repeat(65_536)}\r\n`);
  },
  "a chunk of impossible size": (socket) =>
    void socket.end(`${head("200 OK", ["transfer-encoding: chunked"])}fffffffffffffffffff\r\nabc`),
  "a packed body that unpacks to a gigabyte": (socket) => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, "a"));
    socket.write(
      head("200 OK", ["content-type: text/html", "content-encoding: gzip", `content-length: ${bomb.length * 16}`]),
    );
    for (let member = 0; member < 16; member += 1) socket.write(bomb);
    socket.end();
  },
  "an unknown coding": (socket) =>
    void socket.end(`${head("200 OK", ["content-encoding: x-snappy", "content-length: 3"])}abc`),
  "redirects to itself": (socket) => void socket.end(head("302 Found", ["location: /", "content-length: 0"])),
  "redirects to a file": (socket) =>
    void socket.end(head("302 Found", ["location: file:///etc/passwd", "content-length: 0"])),
  "a location of a megabyte": (socket) => void socket.end(head("302 Found", [`location: /${"a".repeat(1_000_000)}`])),
  "control signs in headers": (socket) =>
    void socket.end(head("302 Found\u001b[2J", ["location: http://x\u001b]0;owned\u0007/", "server: \u202eevil"])),
  "informational answers without an end": (socket) => flood(socket, "HTTP/1.1 100 Continue\r\n\r\n"),
  "drips its head": (socket) => drip(socket, "HTTP/1.1 201 Created\r\nx-a: b\r\n"),
  "drips its body": (socket) => {
    socket.write(head("200 OK", ["content-type: text/html"]));
    drip(socket, "<html>");
  },
};

/** Answers to whoever speaks mail, or nothing in particular. */
export const LINE_TRICKS: Readonly<Record<string, Trick>> = {
  "a greeting without an end": (socket) => flood(socket, "220 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
  "a greeting of lines without an end": (socket) => flood(socket, "220-hello\r\n"),
  "untagged answers without an end": (socket) => flood(socket, "* OK [CAPABILITY IMAP4rev1]\r\n"),
  "drips a greeting": (socket) => drip(socket, "220 mail.example"),
  "control signs": (socket) => void socket.write("220 \u001b[2J\u001b]0;owned\u0007\u202e\r\n"),
};

export interface Hostile {
  readonly port: number;
  close(): void;
}

/** A server that plays a trick on everybody. */
export async function hostile(trick: Trick, host = "127.0.0.1"): Promise<Hostile> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined).on("close", () => open.delete(socket));
    // Some tricks begin only when the other side has spoken; reading keeps its connection alive.
    socket.resume();
    trick(socket);
  });
  server.listen(0, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
