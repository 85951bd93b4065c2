import { z } from "zod";
import { tri } from "./common.ts";

/** What a server shows of itself over TLS and HTTP. */

export const certificate = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  commonName: z.string().nullable(),
  altNames: z.array(z.string()),
  notBefore: z.string(),
  notAfter: z.string(),
  sha256: z.string(),
  selfSigned: z.boolean(),
  /** `rsa 2048`, `ec prime256v1` …: kind and size or curve of its key. Absent in older evidence, as the next two. */
  key: z.string().exactOptional(),
  /** How its issuer signed it, as OpenSSL names it: `sha256WithRSAEncryption`. */
  signature: z.string().exactOptional(),
  /** Does it say where its issuer's certificate can be had? Browsers then complete a chain that lacks it. */
  caIssuers: z.boolean().exactOptional(),
});

export const tlsFacts = z.strictObject({
  protocol: z.string().nullable(),
  cipher: z.string().nullable(),
  chain: z.array(certificate),
  /** Does the chain lead to an authority that this laptop (system store and bundled list) trusts, now? */
  authorized: tri,
  /** OpenSSL's word for why not, e.g. CERT_HAS_EXPIRED, SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_VERIFY_LEAF_SIGNATURE. */
  authorizationError: z.string().nullable(),
  nameMatches: tri,
  /**
   * Where this program and the server agreed on something that browsers no longer offer: does a handshake with only what
   * they offer succeed? Absent: nothing gave reason to ask.
   */
  browsersAgree: tri.exactOptional(),
});

/** One hop of a redirect chain, or the answer at its end. */
export const httpHop = z.strictObject({
  url: z.string(),
  status: z.number().int(),
  location: z.string().nullable(),
  date: z.string().nullable(),
  server: z.string().nullable(),
  /** Where it was asked, of every hop but the first (the endpoint's own place). */
  address: z.string().nullable().exactOptional(),
  /** What that host showed; null over plain HTTP. */
  tls: tlsFacts.nullable().exactOptional(),
});
