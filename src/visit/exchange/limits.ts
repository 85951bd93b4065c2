const MIB = 1024 * 1024;

/** One line, or one file that is one document: a visit with all its evidence stays far below. */
export const MOST_CHARS = 64 * MIB;
/** What unpacks to more than so many times its packed size, beyond `FREE_BYTES`, was made to fill somebody's memory. */
export const MOST_TIMES = 100;
export const FREE_BYTES = 16 * MIB;

/** A limit that a file broke, with the place. */
export class LimitError extends Error {
  override readonly name = "LimitError";
  readonly kind: "line" | "unpacked";
  /** Line where it broke; 0 where there are no lines. */
  readonly line: number;

  constructor(kind: "line" | "unpacked", line: number) {
    super(kind);
    this.kind = kind;
    this.line = line;
  }
}

/** Throws LimitError where so much came out of so few bytes that no honest file packs like that. */
export function refuseBomb(packed: number, unpacked: number): void {
  if (unpacked > FREE_BYTES + packed * MOST_TIMES) throw new LimitError("unpacked", 0);
}
