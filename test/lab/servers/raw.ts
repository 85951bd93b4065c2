import { createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Identity } from "../../../src/practice/servers/authority.ts";
import { listen, type Place, type Running } from "../../../src/practice/servers/listen.ts";

/** What a server says that is no server of HTTP: bytes, and how it ends. */
export interface RawBehaviour {
  /** Written once something was asked; at once where `first` is set. */
  readonly reply: string;
  readonly first?: boolean;
  readonly ending: "close" | "reset" | "hang";
  /** TLS before it; the weakest that OpenSSL still offers. */
  readonly identity?: Identity;
  /** Names of cipher suites and the newest version, for servers of the past. */
  readonly ciphers?: string;
  readonly newest?: "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";
  /** Asks for a client's certificate and insists. */
  readonly wantsCertificate?: boolean;
}

/** A server that says exactly this. */
export function startRaw(options: Place & RawBehaviour): Promise<Running> {
  const { identity } = options;
  const speak = (socket: Socket): void => {
    socket.on("error", () => socket.destroy());
    const say = (): void => {
      const end = (): void => {
        if (options.ending === "close") socket.end();
        else if (options.ending === "reset") socket.destroy();
      };
      if (options.reply === "") end();
      else socket.write(options.reply, end);
    };
    if (options.first === true) say();
    else socket.once("data", say);
  };
  if (identity === undefined) return listen(createServer(speak), options);
  const server = createTlsServer(
    {
      key: identity.key,
      cert: identity.chain,
      ciphers: options.ciphers ?? "DEFAULT:@SECLEVEL=0",
      minVersion: "TLSv1",
      maxVersion: options.newest ?? "TLSv1.3",
      dhparam: "auto",
      requestCert: options.wantsCertificate === true,
      rejectUnauthorized: options.wantsCertificate === true,
    },
    speak,
  );
  server.on("tlsClientError", () => undefined);
  return listen(server, options);
}
