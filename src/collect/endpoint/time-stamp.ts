import type { CollectContext } from "../context/context.ts";

/**
 * A minimal TimeStampReq (RFC 3161 2.4.1), DER: version 1, a random value in place of a SHA-256 digest, certificates
 * wanted. A server that speaks the protocol answers it in full; any other HTTP answer also shows that it is reached.
 */
export function timeStampQuery(context: Pick<CollectContext, "randomBytes">): Uint8Array {
  const digest = context.randomBytes(32);
  const sha256 = [0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00];
  const imprint = [0x30, sha256.length + 2 + digest.length, ...sha256, 0x04, digest.length, ...digest];
  const fields = [0x02, 0x01, 0x01, ...imprint, 0x01, 0x01, 0xff];
  return Uint8Array.from([0x30, fields.length, ...fields]);
}
