import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Photo } from "../../../src/visit/photos.ts";
import type { Visit } from "../../../src/visit/schema.ts";
import { openStore } from "../../../src/visit/store.ts";
import { testContext, type TestContext } from "../../report/helpers.ts";
import { device, finding, NOW, scan, scratch, visit } from "./sample.ts";

const DONE = "2026-11-21T10:00:00+07:00";

/** A laptop with a finished visit that has photos, two of them larger than one part of a bundle. */
export function laptop(offset = 0): {
  readonly context: TestContext["context"];
  readonly visit: Visit;
  readonly folder: string;
} {
  const contents = [randomBytes(2_500_000), randomBytes(1024 * 1024), Buffer.alloc(0), randomBytes(7)];
  const photos = contents.map((bytes, at): Photo => ({
    file: `${at}.jpg`,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    originalName: `${at}.jpg`,
  }));
  const one = visit(
    {
      finishedAt: DONE,
      devices: [device("d1", { photos: photos.slice(0, 2) }), device("d2", { photos: photos.slice(2) })],
      scan: scan("faulty", [], [finding()]),
    },
    { now: NOW + offset },
  );
  const { context } = testContext(scratch(), { cwd: scratch() });
  const store = openStore(context.dataDir, "en");
  store.create(one);
  const folder = store.photoFolder(one.id);
  mkdirSync(folder, { recursive: true });
  contents.forEach((bytes, at) => writeFileSync(path.join(folder, `${at}.jpg`), bytes));
  store.close();
  return { context, visit: one, folder };
}

/** All visits of a folder. */
export function stored(folder: string): Visit[] {
  const store = openStore(folder, "en");
  try {
    return [...store.iterate({})];
  } finally {
    store.close();
  }
}

/** Hashes of what lies in the photo folder of a visit, by name. */
export function photosOf(folder: string, id: string): Record<string, string> {
  const place = path.join(folder, "photos", id);
  return Object.fromEntries(
    readdirSync(place)
      .toSorted()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(path.join(place, name)))
          .digest("hex"),
      ]),
  );
}

/** Hashes of the photos that a visit names. */
export const wanted = (one: Visit): Record<string, string> =>
  Object.fromEntries(one.devices.flatMap(({ photos }) => photos).map(({ file, sha256 }) => [file, sha256]));
