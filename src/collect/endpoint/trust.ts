import { createSecureContext, getCACertificates, type SecureContext, type SecureContextOptions } from "node:tls";

/** What else than our usual first message may be offered. */
const HELLOS = {
  /** One that fits into one packet: without the post-quantum key share of new browsers. */
  short: { ecdhCurve: "X25519" },
  /**
   * What Chromium and Firefox offer for TLS 1.2: elliptic curves, and the plain RSA exchange for old servers; none over
   * finite fields.
   */
  browser: {
    ciphers: "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES:RSA+AESGCM:RSA+AES",
  },
} as const satisfies Readonly<Record<string, SecureContextOptions>>;
export type Hello = keyof typeof HELLOS;

/** Which authorities count as trusted. Contexts are made once and shared by all handshakes of a scan. */
export interface TrustStore {
  /**
   * Node's bundled list, NODE_EXTRA_CA_CERTS and the extra authorities; with the system's store once that was needed.
   */
  context(): SecureContext;
  /** The same for a first message of another kind. */
  contextFor(hello: Hello): SecureContext;
  /**
   * The same with the store of the operating system. Null where that adds nothing. Reading the store takes 60 ms or
   * more and stops everything else meanwhile, so it is asked for only when a chain ended at an unknown authority.
   */
  withSystem(): SecureContext | null;
}

/** @param extraCa PEM certificates to trust besides, e.g. the practice office's own authority */
export function createTrustStore(extraCa: readonly string[]): TrustStore {
  let bundled: SecureContext | undefined;
  let complete: SecureContext | null | undefined;
  const base = (): readonly string[] => [...getCACertificates("default"), ...extraCa];
  return {
    contextFor: (hello) =>
      createSecureContext({ ...HELLOS[hello], ...(extraCa.length === 0 ? {} : { ca: [...base()] }) }),
    context() {
      if (complete !== undefined && complete !== null) return complete;
      // Without a list of its own the context shares Node's parsed one: 3 ms instead of 10.
      bundled ??= createSecureContext(extraCa.length === 0 ? {} : { ca: [...base()] });
      return bundled;
    },
    withSystem() {
      if (complete === undefined) {
        const known = new Set(base());
        const more = systemStore().filter((pem) => !known.has(pem));
        complete = more.length === 0 ? null : createSecureContext({ ca: [...known, ...more] });
      }
      return complete;
    },
  };
}

/** A store that cannot be read trusts nobody more; it must not end the scan. */
function systemStore(): readonly string[] {
  try {
    return getCACertificates("system");
  } catch {
    return [];
  }
}
