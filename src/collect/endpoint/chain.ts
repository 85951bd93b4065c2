import type { X509Certificate } from "node:crypto";
import type { z } from "zod";
import { oneLine } from "../../base/terminal-safe.ts";
import type { certificate as certificateSchema } from "../../evidence/web.ts";

export type CertificateFacts = z.infer<typeof certificateSchema>;

/** Longer chains are an attack or a mistake. */
const MAX_CHAIN = 10;
const MAX_NAMES = 100;
const MAX_TEXT = 300;

/**
 * The chain from the leaf upwards as the server sent it; OpenSSL appends what of it it knows itself (usually the root).
 * Node links the certificates by `issuerCertificate`; a certificate that was met before ends the walk, as a root is its
 * own issuer.
 */
export function chainFacts(leaf: X509Certificate): CertificateFacts[] {
  const chain: CertificateFacts[] = [];
  const seen = new Set<string>();
  let current: X509Certificate | undefined = leaf;
  while (current !== undefined && chain.length < MAX_CHAIN && !seen.has(current.fingerprint256)) {
    seen.add(current.fingerprint256);
    chain.push(factsOf(current));
    current = current.issuerCertificate;
  }
  return chain;
}

/**
 * By fingerprint: the hosts of one authority share its intermediates, and often one certificate. Bounded, as servers
 * choose what they send.
 */
const known = new Map<string, CertificateFacts>();
const MOST_KNOWN = 200;

function factsOf(certificate: X509Certificate): CertificateFacts {
  const found = known.get(certificate.fingerprint256);
  if (found !== undefined) return found;
  const facts = certificateFacts(certificate);
  if (known.size < MOST_KNOWN) known.set(certificate.fingerprint256, facts);
  return facts;
}

function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const subject = flat(certificate.subject);
  const issuer = flat(certificate.issuer);
  return {
    subject,
    issuer,
    commonName: /(?:^|\n)CN=([^\n]*)/u.exec(certificate.subject)?.[1] ?? null,
    altNames: altNames(certificate.subjectAltName),
    notBefore: iso(certificate.validFromDate),
    notAfter: iso(certificate.validToDate),
    sha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
    // By signature: `checkIssued` says no to a server's own certificate, as that may not sign others.
    selfSigned: certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey),
    key: keyOf(certificate),
    ...(certificate.signatureAlgorithm === undefined ? {} : { signature: oneLine(certificate.signatureAlgorithm, 60) }),
    caIssuers: /^CA Issuers - URI:/mu.test(certificate.infoAccess ?? ""),
  };
}

function keyOf({ publicKey }: X509Certificate): string {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  return [publicKey.asymmetricKeyType, modulusLength ?? namedCurve].filter((one) => one !== undefined).join(" ");
}

/** Node puts each part of a distinguished name on a line of its own. */
function flat(name: string | undefined): string {
  return oneLine((name ?? "").replaceAll("\n", ", "), MAX_TEXT);
}

function iso(date: Date): string {
  // A date outside the calendar: the certificate is broken, the record is not.
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

/** `DNS:a.vn, IP Address:192.0.2.1, DNS:"odd, name"` (Node quotes names that could break the list). */
function altNames(text: string | undefined): string[] {
  if (text === undefined) return [];
  const names: string[] = [];
  for (const match of text.matchAll(/(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/gu)) {
    if (names.length >= MAX_NAMES) break;
    const name = oneLine((match[1] ?? "").replace(/^"|"$/gu, ""), 253);
    if (name !== "") names.push(name);
  }
  return names;
}
