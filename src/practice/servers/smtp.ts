import { createServer, type Socket } from "node:net";
import { createServer as createTlsServer, TLSSocket } from "node:tls";
import type { Identity } from "./authority.ts";
import { changeable, type Changeable } from "./behaviour.ts";
import { onLines } from "./lines.ts";
import { listen, type Place, type Running } from "./listen.ts";
import { rememberContexts, tlsOptions } from "./tls-identity.ts";

export interface SmtpBehaviour {
  /** First line without the code; null: accepts and says nothing. */
  readonly greeting: string | null;
  /** Code of the greeting: 220, or 421/554 for a server that turns clients away (RFC 5321 3.1). */
  readonly greetingCode: number;
  readonly offerStarttls: boolean;
  readonly identity: Identity;
}
export type SmtpServer = Running & Changeable<SmtpBehaviour>;

/**
 * A mail submission server: greeting, EHLO, STARTTLS (RFC 3207), NOOP, QUIT; it takes neither log-ins nor mail.
 * @param options.implicitTls TLS from the first byte, as on port 465 (RFC 8314 3.3)
 */
export async function startSmtp(
  options: Place & {
    readonly identity: Identity;
    readonly implicitTls: boolean;
    readonly behaviour?: Partial<SmtpBehaviour>;
  },
): Promise<SmtpServer> {
  const state = changeable<SmtpBehaviour>({
    greeting: "mail ESMTP",
    greetingCode: 220,
    offerStarttls: !options.implicitTls,
    identity: options.identity,
    ...options.behaviour,
  });
  const contextOf = rememberContexts();
  const serve = (socket: Socket): void => converse(socket, state.behaviour, contextOf);
  const server = options.implicitTls
    ? createTlsServer(
        tlsOptions(options.identity, () => state.behaviour().identity),
        serve,
      ).on("tlsClientError", () => undefined)
    : createServer(serve);
  return { ...(await listen(server, options)), ...state };
}

type ContextOf = ReturnType<typeof rememberContexts>;

function converse(socket: Socket, behaviour: () => SmtpBehaviour, contextOf: ContextOf): void {
  socket.on("error", () => socket.destroy());
  const { greeting, greetingCode } = behaviour();
  if (greeting === null) return;
  socket.write(`${greetingCode} ${greeting}\r\n`);
  answerLines(socket, behaviour, contextOf);
}

function answerLines(socket: Socket, behaviour: () => SmtpBehaviour, contextOf: ContextOf): void {
  const stop = onLines(socket, (line) => {
    const verb = line.split(" ")[0]?.toUpperCase() ?? "";
    const secure = socket instanceof TLSSocket;
    if (verb === "EHLO" || verb === "HELO") {
      const offered = behaviour().offerStarttls && !secure;
      socket.write(offered ? "250-mail\r\n250-8BITMIME\r\n250 STARTTLS\r\n" : "250-mail\r\n250 8BITMIME\r\n");
    } else if (verb === "STARTTLS" && behaviour().offerStarttls && !secure) {
      stop();
      socket.write("220 go ahead\r\n", () => {
        const upgraded = new TLSSocket(socket, { isServer: true, secureContext: contextOf(behaviour().identity) });
        upgraded.on("error", () => socket.destroy());
        answerLines(upgraded, behaviour, contextOf);
      });
    } else if (verb === "QUIT") {
      socket.end("221 bye\r\n");
    } else if (verb === "NOOP") {
      socket.write("250 ok\r\n");
    } else {
      socket.write("502 not implemented\r\n");
    }
  });
}
