import { createServer } from "node:https";
import type { Identity } from "./authority.ts";
import { changeable, type Changeable } from "./behaviour.ts";
import { listen, type Place, type Running } from "./listen.ts";
import { tlsOptions } from "./tls-identity.ts";
import { webListener, WELL_BEHAVED, type WebBehaviour } from "./web.ts";

export interface HttpsBehaviour extends WebBehaviour {
  /** What it presents itself with. */
  readonly identity: Identity;
  /** Identities for single server names (SNI); the others get `identity`. */
  readonly identities: Readonly<Record<string, Identity>>;
}
export type HttpsServer = Running & Changeable<HttpsBehaviour>;

/** An HTTPS server, HTTP/1.1. The identity can be changed while it runs; new connections see the new one. */
export async function startHttps(
  options: Place & {
    readonly identity: Identity;
    readonly behaviour?: Partial<HttpsBehaviour>;
    readonly now: () => number;
  },
): Promise<HttpsServer> {
  const state = changeable<HttpsBehaviour>({
    ...WELL_BEHAVED,
    identity: options.identity,
    identities: {},
    ...options.behaviour,
  });
  const server = createServer(
    tlsOptions(options.identity, (name) => state.behaviour().identities[name] ?? state.behaviour().identity),
    webListener(state.behaviour, options.now),
  );
  server.on("tlsClientError", () => undefined);
  const running = await listen(server, options);
  return {
    ...running,
    behaviour: state.behaviour,
    change: (part) => {
      state.change(part);
      // Clients that send no server name (an address in the URL) never reach SNICallback.
      if (part.identity !== undefined) server.setSecureContext({ key: part.identity.key, cert: part.identity.chain });
    },
  };
}
