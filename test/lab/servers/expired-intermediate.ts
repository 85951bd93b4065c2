// The library's container wants the Reflect metadata API before it is loaded.
// oxlint-disable-next-line import/no-unassigned-import -- it is loaded for what it does
import "reflect-metadata";
import { randomBytes, type webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";
import type { Identity } from "../../../src/practice/servers/authority.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const DAY_MS = 86_400_000;

interface Made {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/**
 * A trusted root, an intermediate that expired last month, and a leaf of it that is good for itself: what an
 * administrator overlooks.
 */
export async function expiredIntermediate(
  host: string,
): Promise<{ readonly root: string; readonly identity: Identity }> {
  const root = await make(null, "CN=Lab Root CA 2", [-400, 3650], true);
  const middle = await make(root, "CN=Lab Root CA 2 - 1", [-400, -30], true);
  const leaf = await make(middle, `CN=${host}`, [-20, 70], false, [
    new x509.SubjectAlternativeNameExtension([{ type: "dns", value: host }]),
  ]);
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey("pkcs8", leaf.keys.privateKey), "PRIVATE KEY");
  return {
    root: `${root.certificate.toString("pem")}\n`,
    identity: {
      key: `${key}\n`,
      chain: `${leaf.certificate.toString("pem")}\n${middle.certificate.toString("pem")}\n`,
      sha256: Buffer.from(await leaf.certificate.getThumbprint("SHA-256")).toString("hex"),
    },
  };
}

async function make(
  issuer: Made | null,
  subject: string,
  [from, to]: readonly [number, number],
  authority: boolean,
  more: x509.Extension[] = [],
): Promise<Made> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `01${randomBytes(15).toString("hex")}`,
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(Date.now() + from * DAY_MS),
    notAfter: new Date(Date.now() + to * DAY_MS),
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(authority, undefined, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create((issuer?.keys ?? keys).publicKey),
      ...more,
    ],
  });
  return { certificate, keys };
}
