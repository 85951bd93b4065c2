import { createSecureContext, type SecureContext } from "node:tls";
import type { Identity } from "./authority.ts";

/** One OpenSSL context an identity, made at its first use. */
export function rememberContexts(): (identity: Identity) => SecureContext {
  const made = new WeakMap<Identity, SecureContext>();
  return (identity) => {
    const known = made.get(identity);
    if (known !== undefined) return known;
    const context = createSecureContext({ key: identity.key, cert: identity.chain });
    made.set(identity, context);
    return context;
  };
}

/**
 * Options of a TLS server whose identity is asked for anew at every handshake that names a server (SNI).
 * A client that names none (it was given an address) meets `first`.
 */
export function tlsOptions(first: Identity, identityFor: (name: string) => Identity) {
  const contextOf = rememberContexts();
  return {
    key: first.key,
    cert: first.chain,
    SNICallback: (name: string, done: (error: Error | null, context?: SecureContext) => void): void =>
      done(null, contextOf(identityFor(name))),
  };
}
