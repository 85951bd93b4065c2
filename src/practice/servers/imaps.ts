import { createServer } from "node:tls";
import type { Identity } from "./authority.ts";
import { changeable, type Changeable } from "./behaviour.ts";
import { onLines } from "./lines.ts";
import { listen, type Place, type Running } from "./listen.ts";
import { tlsOptions } from "./tls-identity.ts";

export interface ImapsBehaviour {
  /** Text of the greeting after `* `; null: accepts and says nothing. */
  readonly greeting: string | null;
  readonly identity: Identity;
}
export type ImapsServer = Running & Changeable<ImapsBehaviour>;

/** A mailbox server over TLS (RFC 8314 3.2): greeting, CAPABILITY, NOOP, LOGOUT; it takes no log-ins. */
export async function startImaps(
  options: Place & { readonly identity: Identity; readonly behaviour?: Partial<ImapsBehaviour> },
): Promise<ImapsServer> {
  const state = changeable<ImapsBehaviour>({
    greeting: "OK IMAP4rev1 ready",
    identity: options.identity,
    ...options.behaviour,
  });
  const server = createServer(
    tlsOptions(options.identity, () => state.behaviour().identity),
    (socket) => {
      socket.on("error", () => socket.destroy());
      const { greeting } = state.behaviour();
      if (greeting === null) return;
      socket.write(`* ${greeting}\r\n`);
      onLines(socket, (line) => {
        const [tag = "*", verb = ""] = line.split(" ");
        if (verb.toUpperCase() === "CAPABILITY") socket.write(`* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n`);
        else if (verb.toUpperCase() === "LOGOUT") socket.end(`* BYE\r\n${tag} OK done\r\n`);
        else socket.write(verb.toUpperCase() === "NOOP" ? `${tag} OK done\r\n` : `${tag} BAD unknown\r\n`);
      });
    },
  );
  server.on("tlsClientError", () => undefined);
  return { ...(await listen(server, options)), ...state };
}
