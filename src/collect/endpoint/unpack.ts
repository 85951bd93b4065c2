import type { Transform } from "node:stream";

export interface Unpacked {
  readonly bytes: Buffer;
  /** False where it is longer than what is unpacked. */
  readonly whole: boolean;
}

/**
 * Undoes the codings of a body (RFC 9110 8.4) although none was asked for: gzip, deflate in both of its meanings, br,
 * zstd, several on top of each other.
 * @param codings the header's value, in the order in which they were put on
 * @param most bytes that are unpacked: a small body may hold a huge one
 * @returns null for a coding that nobody here knows, or bytes that are not what they are called
 */
export async function unpack(packed: Buffer, codings: string, most: number): Promise<Unpacked | null> {
  let held: Unpacked = { bytes: packed, whole: true };
  const names = codings.split(",").map((one) => one.trim().toLowerCase());
  for (const name of names.filter((one) => one !== "" && one !== "identity").toReversed()) {
    const next = await once(held.bytes, name, most);
    if (next === null) return null;
    held = { bytes: next.bytes, whole: held.whole && next.whole };
  }
  return held;
}

async function once(packed: Buffer, coding: string, most: number): Promise<Unpacked | null> {
  if (packed.length === 0) return { bytes: packed, whole: true };
  // Only for the few servers that pack unasked: a scan does not pay for it.
  const zlib = await import("node:zlib");
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush: ZSTD_FLUSH } = zlib.constants;
  // What was cut off at our own limit is unpacked as far as it goes.
  const cut = { finishFlush: Z_SYNC_FLUSH };
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return run(zlib.createGunzip(cut), packed, most);
    case "deflate":
      return (await run(zlib.createInflate(cut), packed, most)) ?? run(zlib.createInflateRaw(cut), packed, most);
    case "br":
      return run(zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH }), packed, most);
    case "zstd":
      return run(zlib.createZstdDecompress({ finishFlush: ZSTD_FLUSH }), packed, most);
    default:
      return null;
  }
}

function run(engine: Transform, packed: Buffer, most: number): Promise<Unpacked | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    engine.on("data", (chunk: Buffer) => {
      chunks.push(chunk.subarray(0, most - length));
      length += chunk.length;
      if (length <= most) return;
      resolve({ bytes: Buffer.concat(chunks), whole: false });
      engine.destroy();
    });
    engine.once("end", () => resolve({ bytes: Buffer.concat(chunks), whole: true }));
    engine.on("error", () => resolve(null));
    engine.end(packed);
  });
}
