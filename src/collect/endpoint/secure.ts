import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { Phase } from "../../evidence/common.ts";
import { good, type Result } from "../net/settle.ts";
import { openTcp } from "../net/tcp.ts";
import type { Talk } from "./talk.ts";
import { openTls, tlsFacts, verifyWord, type TlsFacts } from "./tls.ts";

/** Ends of a chain at an authority that was not found: the system's store may know it. */
const UNKNOWN_AUTHORITY: ReadonlySet<string> = new Set([
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
]);

/** Speaks TLS over the talk's connection. Writes the step `tls` and the facts of the certificate. */
export async function tlsStep(
  talk: Talk,
  socket: Socket,
  phase: Phase,
  alpn?: readonly string[],
): Promise<Result<TLSSocket>> {
  const { context, record, tools, input } = talk;
  const secured = await record.step("tls", phase, () =>
    openTls(context, socket, {
      host: input.endpoint.host,
      context: tools.trust.context(),
      timeoutMs: talk.budget(talk.limits.tlsMs),
      ...(alpn === undefined ? {} : { alpn }),
    }),
  );
  if (!secured.ok) return secured;
  record.note({ tls: tlsFacts(secured.value, input.endpoint.host) });
  return good(secured.value);
}

/**
 * Asks the operating system's store about a chain that Node's bundled list could not place: a second handshake, whose
 * time does not count. Gives the facts unchanged where the store adds nothing or the second handshake fails.
 */
export async function secondOpinion(
  talk: Talk,
  facts: TlsFacts,
  place: { readonly address: string; readonly port: number },
): Promise<TlsFacts> {
  const { context, input } = talk;
  if (!UNKNOWN_AUTHORITY.has(facts.authorizationError ?? "")) return facts;
  const complete = talk.tools.trust.withSystem();
  if (complete === null) return facts;
  const timeoutMs = talk.budget(talk.limits.tlsMs);
  const opened = await openTcp(context, place.address, place.port, { timeoutMs });
  if (!opened.ok) return facts;
  const secured = await openTls(context, opened.value.socket, {
    host: input.endpoint.host,
    context: complete,
    timeoutMs,
  });
  if (!secured.ok) return facts;
  const { authorized } = secured.value;
  const authorizationError = verifyWord(secured.value);
  secured.value.destroy();
  return { ...facts, authorized, authorizationError };
}
