/** A liberty that a server takes with the head of its answer; browsers bear all of them. */
export type Laxness =
  | "bareLineFeed"
  | "controlBytes"
  | "blanks"
  | "foldedLine"
  | "lineWithoutName"
  | "contentLength"
  | "longHead";

/** Browsers read no longer head (Chromium, net/http/http_stream_parser). */
export const MOST_HEAD_BYTES = 256 * 1024;
/** Beyond this many programs give up. */
const LONG_HEAD_BYTES = 16 * 1024;
const INTERIM = /^HTTP\/\S+\s+1(?!01)\d\d\b/u;
const CONTROL = /[^\P{Cc}\t\r\n\u0080-\u009f]/gu;
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/u;

export interface HeadMender {
  /** Bytes as they came; gives what a strict parser may be handed, or null where the head has no end. */
  feed(chunk: Buffer): Buffer | null;
  /** What is left where the answer ended within its head. */
  rest(): Buffer;
}

/**
 * Puts the head of an HTTP answer into the form that RFC 9112 wants, as browsers read it although it has not: lines that
 * end in LF alone, control bytes, blanks before the colon, folded lines, lines without a name, one Content-Length twice or
 * beside chunks. Everything behind the head stays as it came, and so does what is no HTTP at all.
 */
export function headMender(note: (laxness: Laxness) => void): HeadMender {
  let held = new Held();
  let over = false;
  // Interim answers (100, 103) have heads of their own, which nobody here reads; the true one follows.
  let interimBytes = 0;
  const handOn = (...parts: readonly Buffer[]): Buffer => {
    over = true;
    held = new Held();
    return Buffer.concat(parts);
  };
  return {
    feed(chunk) {
      if (over) return chunk;
      held.add(chunk);
      for (;;) {
        if (held.isStrange()) return handOn(held.bytes());
        const length = held.headLength();
        if (length === null) return held.length + interimBytes > MOST_HEAD_BYTES ? null : Buffer.alloc(0);
        const head = held.take(length);
        if (INTERIM.test(head)) {
          interimBytes += length;
          continue;
        }
        if (length > LONG_HEAD_BYTES) note("longHead");
        return handOn(Buffer.from(mendHead(head, note), "latin1"), held.bytes());
      }
    },
    rest: () => handOn(held.bytes()),
  };
}

/** Bytes that came, each looked at once however they were cut up: a head that drips costs no more than one in a piece. */
class Held {
  #store = Buffer.alloc(0);
  #from = 0;
  #to = 0;
  #looked = 0;

  get length(): number {
    return this.#to - this.#from;
  }

  add(chunk: Buffer): void {
    if (this.#to + chunk.length > this.#store.length) {
      const larger = Buffer.alloc(Math.max(2 * this.length, this.length + chunk.length));
      this.#store.copy(larger, 0, this.#from, this.#to);
      [this.#store, this.#to, this.#looked, this.#from] = [larger, this.length, this.#looked - this.#from, 0];
    }
    chunk.copy(this.#store, this.#to);
    this.#to += chunk.length;
  }

  bytes(): Buffer {
    return this.#store.subarray(this.#from, this.#to);
  }

  isStrange(): boolean {
    return this.length >= 5 && this.#store.toString("latin1", this.#from, this.#from + 5) !== "HTTP/";
  }

  /** Bytes up to the empty line that ends the head; null where there is none yet. */
  headLength(): number | null {
    for (
      let at = this.#store.indexOf(10, this.#looked);
      at >= 0 && at < this.#to;
      at = this.#store.indexOf(10, at + 1)
    ) {
      const next = this.#store[at + 1] === 13 ? at + 2 : at + 1;
      if (next >= this.#to) {
        this.#looked = at;
        return null;
      }
      if (this.#store[next] === 10) return next + 1 - this.#from;
    }
    this.#looked = this.#to;
    return null;
  }

  /** The first so many bytes, one character a byte. */
  take(length: number): string {
    const text = this.#store.toString("latin1", this.#from, this.#from + length);
    this.#from += length;
    this.#looked = this.#from;
    return text;
  }
}

function mendHead(head: string, note: (laxness: Laxness) => void): string {
  if (/[^\r]\n/u.test(head)) note("bareLineFeed");
  const clean = head.replace(CONTROL, "");
  if (clean !== head) note("controlBytes");
  const [status = "", ...rest] = clean.split("\n").map(withoutReturns);
  const fields: { name: string; value: string }[] = [];
  for (const line of rest) {
    if (line === "") continue;
    const last = fields.at(-1);
    if (/^[ \t]/u.test(line) && last !== undefined) {
      note("foldedLine");
      last.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(":");
    const before = line.slice(0, Math.max(0, colon));
    const name = before.trim();
    if (!TOKEN.test(name)) {
      note("lineWithoutName");
      continue;
    }
    if (name !== before) note("blanks");
    fields.push({
      name,
      value: line
        .slice(colon + 1)
        .replaceAll("\r", "")
        .trim(),
    });
  }
  const kept = oneLength(fields, note).map(({ name, value }) => `${name}: ${value}\r\n`);
  return `${status.replace(/^(HTTP\/\S+)[ \t]+/u, "$1 ").trimEnd()}\r\n${kept.join("")}\r\n`;
}

// No pattern: one that looks for the end of a line tries again at each of a hundred thousand returns.
function withoutReturns(line: string): string {
  let end = line.length;
  while (line[end - 1] === "\r") end -= 1;
  return line.slice(0, end);
}

/** Equal lengths count once, and none beside chunks (RFC 9112 6.3); different ones are left for the parser to refuse. */
function oneLength(
  fields: readonly { readonly name: string; readonly value: string }[],
  note: (laxness: Laxness) => void,
): readonly { readonly name: string; readonly value: string }[] {
  const isLength = ({ name }: { readonly name: string }): boolean => name.toLowerCase() === "content-length";
  const told = fields.filter(isLength).flatMap(({ value }) => value.split(",").map((one) => one.trim()));
  const chunked = fields.some(
    ({ name, value }) => name.toLowerCase() === "transfer-encoding" && /\bchunked\b/iu.test(value),
  );
  const [length] = told;
  if (length === undefined || (told.length === 1 && !chunked)) return fields;
  if (!chunked && told.some((one) => one !== length)) return fields;
  note("contentLength");
  const others = fields.filter((field) => !isLength(field));
  return chunked ? others : [...others, { name: "Content-Length", value: length }];
}
