import { keysOf } from "../base/keys.ts";

/** What is spoken over a connection; `nothing`: that it opens is the whole answer. */
export type StreamLanguage = "page" | "timeStamp" | "certificateStatus" | "imap" | "smtp" | "nothing";
/** What is asked by datagram. */
export type DatagramLanguage = "dns" | "stun";

/** All that the product has to know of a protocol. How each language is spoken stands in collect/endpoint. */
type Traits =
  | {
      readonly transport: "tcp";
      readonly language: StreamLanguage;
      /** Does the conversation begin with TLS: always, never, or at this port unless the profile says otherwise? */
      readonly tls: "always" | "never" | number;
    }
  | { readonly transport: "udp"; readonly language: DatagramLanguage; readonly tls: "never" }
  /** An echo request; where none comes back, any answer of the port will do: the machine lives. */
  | { readonly transport: "icmp"; readonly language: "echo"; readonly tls: "never" };

const TRAITS = {
  https: { transport: "tcp", language: "page", tls: "always" },
  http: { transport: "tcp", language: "page", tls: "never" },
  tcp: { transport: "tcp", language: "nothing", tls: "never" },
  dns: { transport: "udp", language: "dns", tls: "never" },
  // Mail submission over TLS (RFC 8314 3.3).
  smtp: { transport: "tcp", language: "smtp", tls: 465 },
  imaps: { transport: "tcp", language: "imap", tls: "always" },
  tsa: { transport: "tcp", language: "timeStamp", tls: "never" },
  ocsp: { transport: "tcp", language: "certificateStatus", tls: "never" },
  stun: { transport: "udp", language: "stun", tls: "never" },
  h323: { transport: "tcp", language: "nothing", tls: "never" },
  // SIP over TLS (RFC 3261 18).
  sip: { transport: "tcp", language: "nothing", tls: 5061 },
  ping: { transport: "icmp", language: "echo", tls: "never" },
} as const satisfies Readonly<Record<string, Traits>>;

/** The protocols that a profile can name. */
export type Protocol = keyof typeof TRAITS;
export const PROTOCOLS = keysOf(TRAITS);

export function traitsOf(protocol: Protocol): Traits {
  return TRAITS[protocol];
}

/** Where something lies, for people: an echo has no port. */
export function placeOf({
  protocol,
  host,
  port,
}: {
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
}): string {
  return TRAITS[protocol].transport === "icmp" ? host : `${host}:${port}`;
}

/** Pages, as a browser opens them. */
export function isPage(protocol: Protocol): boolean {
  return TRAITS[protocol].language === "page";
}

/** Time stamps and certificate status: plain HTTP, slow by nature, and any answer at all means that they are reached. */
export function isSigning(protocol: Protocol): boolean {
  const { language } = TRAITS[protocol];
  return language === "timeStamp" || language === "certificateStatus";
}

export function isMail(protocol: Protocol): boolean {
  const { language } = TRAITS[protocol];
  return language === "smtp" || language === "imap";
}

/** Asked in plain HTTP: a proxy relays it by itself, and a box on the way can answer in the server's place. */
export function isPlainHttp(protocol: Protocol): boolean {
  return isSigning(protocol) || (isPage(protocol) && TRAITS[protocol].tls === "never");
}
