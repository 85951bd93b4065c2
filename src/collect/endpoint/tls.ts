import { isIP, type Socket } from "node:net";
import { checkServerIdentity, connect, type SecureContext, type TLSSocket } from "node:tls";
import type { z } from "zod";
import type { tlsFacts as tlsFactsSchema } from "../../evidence/web.ts";
import type { CollectContext } from "../context/context.ts";
import { bad, badFrom, good, settle, type Result } from "../net/settle.ts";
import { chainFacts } from "./chain.ts";

export type TlsFacts = z.infer<typeof tlsFactsSchema>;

export interface TlsWanted {
  /** Name to send (SNI) and to hold against the certificate; an address is not sent. */
  readonly host: string;
  readonly context: SecureContext;
  readonly timeoutMs: number;
  readonly alpn?: readonly string[];
}

/**
 * Speaks TLS over an open connection. The certificate is never a reason to fail: it is evidence, to be judged later.
 * On failure the connection is destroyed. Never rejects.
 */
export function openTls(
  context: Pick<CollectContext, "signal">,
  socket: Socket,
  wanted: TlsWanted,
): Promise<Result<TLSSocket>> {
  return settle<TLSSocket>(context.signal, wanted.timeoutMs, (done) => {
    if (socket.destroyed) {
      done(bad("CLOSED"));
      return () => {};
    }
    const secure = connect({
      socket,
      rejectUnauthorized: false,
      // Names are compared apart (`nameMatches`), so that the verdict of OpenSSL on the chain stays its own.
      checkServerIdentity: () => undefined,
      secureContext: wanted.context,
      ...(isIP(wanted.host) === 0 ? { servername: wanted.host } : {}),
      ...(wanted.alpn === undefined ? {} : { ALPNProtocols: [...wanted.alpn] }),
    });
    // Keys are agreed on once both sides have found a way to encrypt: an alert after that, in answer to our empty
    // certificate, is about the certificate (TLS 1.2; TLS 1.3 has an alert of its own for it).
    let agreed = false;
    secure.once("keylog", () => (agreed = true));
    secure.on("error", (error) => {
      const failed = badFrom(error);
      done(agreed && failed.code === "TLS_ALERT" ? { ...failed, code: "CLIENT_CERTIFICATE" } : failed);
    });
    secure.once("close", () => done(bad("CLOSED")));
    secure.once("secureConnect", () => done(good(secure)));
    return (result) => {
      if (result.ok) return;
      secure.destroy();
      socket.destroy();
    };
  });
}

/** What the finished handshake says about the server. */
export function tlsFacts(secure: TLSSocket, host: string): TlsFacts {
  const leaf = secure.getPeerX509Certificate();
  return {
    protocol: secure.getProtocol(),
    cipher: secure.getCipher().name,
    chain: leaf === undefined ? [] : chainFacts(leaf),
    authorized: secure.authorized,
    authorizationError: verifyWord(secure),
    nameMatches: leaf === undefined ? "unknown" : checkServerIdentity(host, leaf.toLegacyObject()) === undefined,
  };
}

/** Typed as an Error by Node, in truth OpenSSL's word; null when the chain is trusted. */
export function verifyWord(secure: TLSSocket): string | null {
  if (secure.authorized) return null;
  const word: unknown = secure.authorizationError;
  return word instanceof Error ? word.message : typeof word === "string" ? word : null;
}
