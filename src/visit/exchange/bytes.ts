import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** A visit with all its evidence stays far below this; more is no visit file. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** One visit, as text. */
export const MAX_VISIT_CHARS = 64 * 1024 * 1024;

/** The file is larger, or unpacks to more, than any bundle can be. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
}

/**
 * Text of a file in pieces, unpacked where its name ends in .gz. Throws TooLargeError past the cap: a small file can
 * unpack to anything.
 */
export async function* textOf(file: string, cap: number): AsyncGenerator<string> {
  const source = createReadStream(file);
  const bytes = file.endsWith(".gz") ? source.pipe(createGunzip()) : source;
  if (bytes !== source) source.on("error", (error) => bytes.destroy(error));
  // Wrong bytes become U+FFFD; JSON made of them fails with a message, or carries the sign where people see it.
  const decoder = new TextDecoder("utf-8");
  let size = 0;
  try {
    for await (const chunk of bytes) {
      const piece: Buffer = chunk;
      size += piece.length;
      if (size > cap) throw new TooLargeError(file);
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  } finally {
    source.destroy();
    bytes.destroy();
  }
}
