import { X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { execa } from "execa";

/** Microsoft Identity Verification Root Certificate Authority 2020, by which the OpenJS Foundation signs. */
const ROOT_SHA256 = "53:67:F2:0C:7A:DE:0E:2B:CA:79:09:15:05:6D:08:6B:72:0C:33:C1:FA:2A:26:61:AC:F7:87:E3:29:2E:12:70";
const SIGNER = "O=OpenJS Foundation";

/**
 * Verifies that a runtime for Windows was signed by the OpenJS Foundation and not changed since, then takes the
 * signature away: a file that is added to would carry a broken one. Nothing is asked of the network.
 * @returns the certificate's subject
 */
export async function verifiedWithoutSignature(signed: string, bare: string, folder: string): Promise<string> {
  const pem = path.join(folder, "signature.pem");
  await execa("osslsigncode", ["extract-signature", "-in", signed, "-pem", "-out", pem]);
  const { stdout } = await execa("openssl", ["pkcs7", "-in", pem, "-print_certs"]);
  const certificates = [...stdout.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu)].map(
    ([text]) => new X509Certificate(text),
  );
  const root = certificates.find((one) => one.fingerprint256 === ROOT_SHA256);
  if (root === undefined) throw new Error(`${signed}: its signature does not lead to the root that is known`);
  const signer = certificates.find((one) => one.subject.includes(SIGNER));
  if (signer === undefined) throw new Error(`${signed}: not signed by the OpenJS Foundation`);
  const trusted = path.join(folder, "root.pem");
  writeFileSync(trusted, root.toString());
  const verified = await execa(
    "osslsigncode",
    ["verify", "-ignore-crl", "-ignore-cdp", "-in", signed, "-CAfile", trusted, "-TSA-CAfile", trusted],
    { reject: false },
  );
  const whole = verified.exitCode === 0 && /^Signature verification: ok/mu.test(verified.stdout);
  if (!whole || !verified.stdout.includes(`Subject: /C=US/ST=California/L=San Francisco/${SIGNER}`))
    throw new Error(`${signed}: the signature does not hold\n${verified.stdout.slice(-800)}`);
  await execa("osslsigncode", ["remove-signature", "-in", signed, "-out", bare]);
  return signer.subject.replaceAll("\n", ", ");
}
