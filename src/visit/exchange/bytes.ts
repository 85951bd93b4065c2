import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";
import { FREE_BYTES, MOST_TIMES, refuseBomb } from "./limits.ts";

/** A piece of an unpacked file; `broken` where a part of it could not be unpacked and was passed over. */
export type Piece = { readonly bytes: Buffer } | { readonly broken: string };

/**
 * How every member of a bundle begins: packed by deflate, without a name and a time. Parts of a bundle are unpacked each
 * alone, so that a flipped bit costs one of them.
 */
const MEMBER = Buffer.from("1f8b080000000000", "hex");
/** A longer stretch without a new member is one stream made elsewhere. */
const MOST_MEMBER = 8 * 1024 * 1024;

/** A file in pieces, unpacked where its name ends in .gz. Throws LimitError for what unpacks to anything. */
export async function* piecesOf(file: string): AsyncGenerator<Piece> {
  const source = createReadStream(file);
  try {
    if (file.endsWith(".gz")) yield* unpacked(source);
    else for await (const chunk of source) yield { bytes: asBuffer(chunk) };
  } finally {
    source.destroy();
  }
}

async function* unpacked(source: Readable): AsyncGenerator<Piece> {
  let held: Buffer = Buffer.alloc(0);
  const chunks = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next();
    const ended = next.done === true;
    if (!ended) held = Buffer.concat([held, asBuffer(next.value)]);
    if (held.length > 0 && !held.subarray(0, MEMBER.length).equals(MEMBER.subarray(0, held.length))) {
      yield* stream(held, chunks);
      return;
    }
    for (let at = held.indexOf(MEMBER, 1); at > 0; at = held.indexOf(MEMBER, 1)) {
      yield member(held.subarray(0, at));
      held = held.subarray(at);
    }
    if (ended) {
      if (held.length > 0) yield member(held);
      return;
    }
    if (held.length > MOST_MEMBER) {
      yield* stream(held, chunks);
      return;
    }
  }
}

function member(packed: Buffer): Piece {
  const most = FREE_BYTES + packed.length * MOST_TIMES;
  try {
    return { bytes: gunzipSync(packed, { maxOutputLength: most }) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ERR_BUFFER_TOO_LARGE") refuseBomb(packed.length, most + 1);
    return { broken: error instanceof Error ? error.message : String(error) };
  }
}

/** One stream of any length, as `gzip` makes it. */
async function* stream(held: Buffer, rest: AsyncIterator<unknown>): AsyncGenerator<Piece> {
  let packed = 0;
  let plain = 0;
  async function* all(): AsyncGenerator<Buffer> {
    packed += held.length;
    yield held;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      const chunk = asBuffer(next.value);
      packed += chunk.length;
      yield chunk;
    }
  }
  const source = Readable.from(all());
  const unzip = source.pipe(createGunzip());
  source.on("error", (error) => unzip.destroy(error));
  try {
    for await (const chunk of unzip) {
      const bytes = asBuffer(chunk);
      plain += bytes.length;
      refuseBomb(packed, plain);
      yield { bytes };
    }
  } finally {
    source.destroy();
    unzip.destroy();
  }
}

function asBuffer(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
}
