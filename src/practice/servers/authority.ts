// The library's container wants the Reflect metadata API before it is loaded.
// oxlint-disable-next-line import/no-unassigned-import -- it is loaded for what it does
import "reflect-metadata";
import type { webcrypto } from "node:crypto";
import { isIP } from "node:net";
import * as x509 from "@peculiar/x509";

/** Key and certificates that a server presents, PEM. */
export interface Identity {
  readonly key: string;
  /** Leaf first, then what leads to the root, the root itself left out (RFC 8446 4.4.2). */
  readonly chain: string;
  /** SHA-256 of the leaf's DER, lower-case hex. */
  readonly sha256: string;
}

export type CertificateFault = "none" | "expired" | "notYetValid" | "chainIncomplete" | "selfSigned";

export interface LeafOptions {
  /** DNS names and addresses; the first is the subject's common name too. */
  readonly names: readonly string[];
  readonly fault?: CertificateFault;
  /** Days of validity left from now; 90 where absent. */
  readonly daysLeft?: number;
}

/** A certificate authority of this run: root, intermediate, leaves. Nothing of it is ever written down. */
export interface Authority {
  /** PEM of the root: what a client has to trust. */
  readonly root: string;
  readonly name: string;
  leaf(options: LeafOptions): Promise<Identity>;
}

// P-256 makes a key in about a millisecond where RSA needs a hundred; every client speaks it.
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const DAY_MS = 86_400_000;
const OF_AUTHORITY: readonly x509.Extension[] = [
  new x509.BasicConstraintsExtension(true, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
];

interface Signer {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/**
 * Makes an authority with a root and an intermediate.
 * @param name common name of the root; another name than the office's own makes a "foreign" authority (interception,
 *   portal)
 * @param now clock that the validity is laid around, milliseconds since the epoch
 */
export async function createAuthority(options: {
  readonly name: string;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
}): Promise<Authority> {
  const serial = (): string => `01${Buffer.from(options.randomBytes(15)).toString("hex")}`;
  const signWith = async (
    signer: Signer | null,
    subject: string,
    keys: webcrypto.CryptoKeyPair,
    [from, to]: readonly [number, number],
    extensions: readonly x509.Extension[],
  ) =>
    x509.X509CertificateGenerator.create({
      serialNumber: serial(),
      subject,
      issuer: signer === null ? subject : signer.certificate.subject,
      notBefore: new Date(from),
      notAfter: new Date(to),
      publicKey: keys.publicKey,
      signingKey: (signer?.keys ?? keys).privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [...extensions, ...(await keyIdentifiers(keys, signer))],
    });
  const authorityCertificate = async (signer: Signer | null, subject: string): Promise<Signer> => {
    const keys = await newKeys();
    const at = options.now();
    const certificate = await signWith(signer, subject, keys, [at - 400 * DAY_MS, at + 3650 * DAY_MS], OF_AUTHORITY);
    return { certificate, keys };
  };
  const root = await authorityCertificate(null, `CN=${options.name}`);
  const intermediate = await authorityCertificate(root, `CN=${options.name} - 1`);

  const leaf = async ({ names, fault = "none", daysLeft = 90 }: LeafOptions): Promise<Identity> => {
    const keys = await newKeys();
    const certificate = await signWith(
      fault === "selfSigned" ? null : intermediate,
      `CN=${names[0] ?? "localhost"}`,
      keys,
      validity(options.now(), fault, daysLeft),
      serverExtensions(names),
    );
    const chain = fault === "chainIncomplete" || fault === "selfSigned" ? [] : [intermediate.certificate];
    return {
      key: await privateKeyPem(keys.privateKey),
      chain: [certificate, ...chain].map((one) => `${one.toString("pem")}\n`).join(""),
      sha256: Buffer.from(await certificate.getThumbprint("SHA-256")).toString("hex"),
    };
  };
  return { root: `${root.certificate.toString("pem")}\n`, name: options.name, leaf };
}

function serverExtensions(names: readonly string[]): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) === 0 ? "dns" : "ip", value }))),
  ];
}

function validity(nowMs: number, fault: CertificateFault, daysLeft: number): readonly [number, number] {
  if (fault === "expired") return [nowMs - 400 * DAY_MS, nowMs - 35 * DAY_MS];
  if (fault === "notYetValid") return [nowMs + 30 * DAY_MS, nowMs + 395 * DAY_MS];
  return [nowMs - 30 * DAY_MS, nowMs + daysLeft * DAY_MS];
}

async function keyIdentifiers(keys: webcrypto.CryptoKeyPair, signer: Signer | null): Promise<x509.Extension[]> {
  return [
    await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create((signer?.keys ?? keys).publicKey),
  ];
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}

async function privateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  return `${x509.PemConverter.encode(await crypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY")}\n`;
}
