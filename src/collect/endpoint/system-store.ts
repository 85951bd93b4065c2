import { openTcp } from "../net/tcp.ts";

import { openTls, verifyWord, type TlsFacts } from "./tls.ts";
import type { Way } from "./way.ts";

/** Ends of a chain at an authority that was not found: the system's store may know it. */
const UNKNOWN_AUTHORITY: ReadonlySet<string> = new Set([
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
]);

/**
 * Asks the operating system's store about a chain that Node's bundled list could not place: a second handshake, whose
 * time does not count. Gives the facts unchanged where the store adds nothing or the second handshake fails.
 */
export async function placedBySystem(
  way: Pick<Way, "context" | "tools" | "limits" | "budget">,
  facts: TlsFacts,
  place: { readonly host: string; readonly address: string; readonly port: number },
): Promise<TlsFacts> {
  const { context } = way;
  if (!UNKNOWN_AUTHORITY.has(facts.authorizationError ?? "")) return facts;
  const complete = way.tools.trust.withSystem();
  if (complete === null) return facts;
  const timeoutMs = way.budget(way.limits.tlsMs);
  const opened = await openTcp(context, place.address, place.port, { timeoutMs });
  if (!opened.ok) return facts;
  const secured = await openTls(context, opened.value.socket, { host: place.host, context: complete, timeoutMs });
  if (!secured.ok) return facts;
  const { authorized } = secured.value;
  const authorizationError = verifyWord(secured.value);
  secured.value.destroy();
  return { ...facts, authorized, authorizationError };
}
