import { z } from "zod";
import { contentHash } from "../../base/canonical.ts";
import { isPractice } from "../practice.ts";
import type { Visit } from "../schema.ts";

/**
 * What an exported visit carries beside its content, under the key `export` (CONTRACT): its digest, so that a bit that
 * flipped on the way is noticed; what the visit was when it went out before, so that a later state of it takes the place
 * of a copy; and its place in a file of several, so that a file that ends early is noticed.
 */
export const exportMark = z.strictObject({
  /** SHA-256 over the canonical JSON of the document without this key. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Content hashes of earlier exports of this visit. */
  earlier: z.array(z.string().regex(/^[0-9a-f]{64}$/u)).max(1000),
  /** In a file of several visits: which one this is, from 1, and whether it is the last. */
  number: z.number().int().positive().optional(),
  last: z.boolean().optional(),
  /** The visit is an exercise in a practice office; absent where it is not. */
  practice: z.literal(true).optional(),
});
export type ExportMark = z.infer<typeof exportMark>;

/** A visit as it is exported. */
export type ExportedVisit = Visit & { readonly export: ExportMark };

export interface Position {
  readonly number: number;
  readonly last: boolean;
}

/**
 * @param hash content hash of the visit
 * @param earlier content hashes that it had when it went out before
 */
export function marked(visit: Visit, hash: string, earlier: readonly string[], place?: Position): ExportedVisit {
  const practice = isPractice(visit) ? ({ practice: true } as const) : {};
  const mark = { earlier: earlier.filter((each) => each !== hash), ...place, ...practice };
  return { ...visit, export: { sha256: contentHash([hash, mark]), ...mark } };
}

/**
 * True where a document is what was exported.
 * @param hash content hash of what stands beside the mark
 */
export function holds(hash: string, { sha256, ...mark }: ExportMark): boolean {
  return contentHash([hash, mark]) === sha256;
}
