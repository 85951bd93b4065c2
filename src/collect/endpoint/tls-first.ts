import { traitsOf } from "../../profile/protocols.ts";
import type { Endpoint } from "../../profile/schema.ts";

/** Does a conversation with this endpoint begin with TLS? The profile says so, or the protocol and its port do. */
export function tlsFirst({
  protocol,
  port,
  implicitTls,
}: Pick<Endpoint, "protocol" | "port" | "implicitTls">): boolean {
  const { tls } = traitsOf(protocol);
  return typeof tls === "number" ? (implicitTls ?? port === tls) : tls === "always";
}
