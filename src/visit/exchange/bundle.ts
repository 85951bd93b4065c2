import { gzipSync } from "node:zlib";
import type { Visit } from "../schema.ts";

/**
 * Visits as .ndjson.gz, one gzip member a visit: members may follow one another (RFC 1952 2.2),
 * which keeps memory small and a bundle readable up to where a stick was pulled out.
 */
export function* zippedLines(visits: Iterable<Visit>): Generator<Uint8Array> {
  for (const visit of visits) yield gzipSync(`${JSON.stringify(visit)}\n`);
}
