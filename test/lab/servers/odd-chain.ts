// The library's container wants the Reflect metadata API before it is loaded.
// oxlint-disable-next-line import/no-unassigned-import -- it is loaded for what it does
import "reflect-metadata";
import { randomBytes, type webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";
import type { Identity } from "../../../src/practice/servers/authority.ts";

const DAY_MS = 86_400_000;

interface Part {
  /** Days from now. */
  readonly days: readonly [number, number];
  readonly rsaBits?: number;
  /** How its issuer signs it. */
  readonly hash?: "SHA-1" | "SHA-256";
}

export interface OddChain {
  readonly leaf: Part & { readonly altNames?: boolean };
  readonly middle: Part;
}

interface Made {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** A root of its own, an intermediate and a leaf, each as good or as bad as wanted. */
export async function oddChain(
  host: string,
  { leaf, middle }: OddChain,
): Promise<{ readonly root: string; readonly identity: Identity }> {
  const root = await make(null, "CN=Lab Root CA 2", { days: [-400, 3650], rsaBits: 2048 }, true);
  const between = await make(root, "CN=Lab Root CA 2 - 1", { rsaBits: 2048, ...middle }, true);
  const names = new x509.SubjectAlternativeNameExtension([{ type: "dns", value: host }]);
  const end = await make(between, `CN=${host}`, leaf, false, leaf.altNames === false ? [] : [names]);
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey("pkcs8", end.keys.privateKey), "PRIVATE KEY");
  return {
    root: `${root.certificate.toString("pem")}\n`,
    identity: {
      key: `${key}\n`,
      chain: `${end.certificate.toString("pem")}\n${between.certificate.toString("pem")}\n`,
      sha256: Buffer.from(await end.certificate.getThumbprint("SHA-256")).toString("hex"),
    },
  };
}

async function make(
  issuer: Made | null,
  subject: string,
  { days: [from, to], rsaBits = 2048, hash = "SHA-256" }: Part,
  authority: boolean,
  more: x509.Extension[] = [],
): Promise<Made> {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await crypto.subtle.generateKey({ ...algorithm, modulusLength: rsaBits, hash }, true, [
    "sign",
    "verify",
  ]);
  const signingKey = await signing((issuer?.keys ?? keys).privateKey, hash);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `01${randomBytes(15).toString("hex")}`,
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(Date.now() + from * DAY_MS),
    notAfter: new Date(Date.now() + to * DAY_MS),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: { name: algorithm.name, hash },
    extensions: [
      new x509.BasicConstraintsExtension(authority, undefined, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create((issuer?.keys ?? keys).publicKey),
      ...more,
    ],
  });
  return { certificate, keys };
}

/** An RSA key of Web Crypto is bound to one hash: the same key for another one. */
async function signing(key: webcrypto.CryptoKey, hash: string): Promise<webcrypto.CryptoKey> {
  const bytes = await crypto.subtle.exportKey("pkcs8", key);
  return await crypto.subtle.importKey("pkcs8", bytes, { name: "RSASSA-PKCS1-v1_5", hash }, true, ["sign"]);
}
