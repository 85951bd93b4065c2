import { constants, gzipSync } from "node:zlib";
import { contentHash } from "../../base/canonical.ts";
import { photosOf, photoState, type PhotoProblem } from "../photos.ts";
import type { Visit } from "../schema.ts";
import { marked, type ExportedVisit, type Position } from "./mark.ts";
import { photoLines } from "./photo-parts.ts";

/** What an export reads from: what visits were when they went out before, and their photos. */
export interface ExportSource {
  earlier(id: string): readonly string[];
  photoFolder(id: string): string;
}

/** An export under way: what it found wrong with photos, and what went out. */
export interface ExportRun {
  readonly source: ExportSource;
  /** Photos that are missing or damaged, and so left out. */
  readonly problems: PhotoProblem[];
  /** Content hash of each visit that was written, by its id. */
  readonly sent: Map<string, string>;
}

/** One visit with its mark. */
export function markedVisit(visit: Visit, run: ExportRun, place?: Position): ExportedVisit {
  const hash = contentHash(visit);
  run.sent.set(visit.id, hash);
  return marked(visit, hash, run.source.earlier(visit.id), place);
}

/** Visits with their marks, each knowing its place among them. */
export function* markedVisits(visits: Iterable<Visit>, run: ExportRun): Generator<ExportedVisit> {
  let number = 0;
  let held: Visit | null = null;
  for (const visit of visits) {
    if (held !== null) yield markedVisit(held, run, { number: (number += 1), last: false });
    held = visit;
  }
  if (held !== null) yield markedVisit(held, run, { number: number + 1, last: true });
}

/**
 * Visits with their photos as .ndjson.gz, one gzip member a line: members may follow one another (RFC 1952 2.2), which
 * keeps memory small, and a bundle readable up to where a stick was pulled out and beyond a flipped bit.
 */
export function* bundleChunks(visits: Iterable<Visit>, run: ExportRun): Generator<Uint8Array> {
  for (const visit of markedVisits(visits, run)) {
    yield gzipSync(`${JSON.stringify(visit)}\n`);
    const folder = run.source.photoFolder(visit.id);
    for (const photo of photosOf(visit)) {
      const state = photoState(folder, photo);
      if (state !== "ok") run.problems.push({ visit: visit.id, file: photo.file, state });
      // Pictures are packed already; only the base64 around them shrinks.
      else
        for (const line of photoLines(visit.id, folder, photo)) yield gzipSync(line, { level: constants.Z_BEST_SPEED });
    }
  }
}
