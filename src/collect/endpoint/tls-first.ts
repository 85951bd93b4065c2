import type { Endpoint } from "../../profile/schema.ts";

/** Mail submission over TLS (RFC 8314 3.3). */
const SMTPS_PORT = 465;
/** SIP over TLS (RFC 3261 18). */
const SIPS_PORT = 5061;

/** Does a conversation with this endpoint begin with TLS? The profile says so, or the protocol and its port do. */
export function tlsFirst({
  protocol,
  port,
  implicitTls,
}: Pick<Endpoint, "protocol" | "port" | "implicitTls">): boolean {
  switch (protocol) {
    case "https":
    case "imaps":
      return true;
    case "smtp":
      return implicitTls ?? port === SMTPS_PORT;
    case "sip":
      return port === SIPS_PORT;
    case "http":
    case "tcp":
    case "dns":
    case "tsa":
    case "ocsp":
    case "stun":
    case "h323":
      return false;
  }
}
