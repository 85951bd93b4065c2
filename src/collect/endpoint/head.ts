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
const HEAD_END = /\r?\n\r?\n/u;
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
  let held: Buffer | null = Buffer.alloc(0);
  return {
    feed(chunk) {
      if (held === null) return chunk;
      held = Buffer.concat([held, chunk]);
      const ready: Buffer[] = [];
      for (;;) {
        const text: string = held.toString("latin1");
        const end = HEAD_END.exec(text);
        const strange = text.length >= 5 && !text.startsWith("HTTP/");
        if (end === null && held.length > MOST_HEAD_BYTES) return null;
        if (strange) {
          ready.push(held);
          held = null;
          break;
        }
        if (end === null) break;
        const length = end.index + end[0].length;
        if (length > LONG_HEAD_BYTES) note("longHead");
        ready.push(Buffer.from(mendHead(text.slice(0, length), note), "latin1"));
        const behind: Buffer = held.subarray(length);
        // An interim answer (100, 103) has a head of its own, and the true one follows.
        if (/^HTTP\/\S+\s+1(?!01)\d\d\b/u.test(text)) {
          held = behind;
          continue;
        }
        ready.push(behind);
        held = null;
        break;
      }
      return Buffer.concat(ready);
    },
    rest() {
      const left = held ?? Buffer.alloc(0);
      held = null;
      return left;
    },
  };
}

function mendHead(head: string, note: (laxness: Laxness) => void): string {
  if (/[^\r]\n/u.test(head)) note("bareLineFeed");
  const clean = head.replace(CONTROL, "");
  if (clean !== head) note("controlBytes");
  const [status = "", ...rest] = clean.split(/\r*\n/u);
  const fields: { name: string; value: string }[] = [];
  for (const line of rest) {
    if (line === "") continue;
    const last = fields.at(-1);
    if (/^[ \t]/u.test(line) && last !== undefined) {
      note("foldedLine");
      last.value += ` ${line.trim()}`;
      continue;
    }
    const [, name, blanks = "", value = ""] = /^([^:]*?)([ \t]*):[ \t]*(.*)$/u.exec(line) ?? [];
    if (name === undefined || !TOKEN.test(name.trim())) {
      note("lineWithoutName");
      continue;
    }
    if (blanks !== "" || name !== name.trim()) note("blanks");
    fields.push({ name: name.trim(), value: value.replaceAll("\r", "").trimEnd() });
  }
  const kept = oneLength(fields, note).map(({ name, value }) => `${name}: ${value}\r\n`);
  return `${status.replace(/^(HTTP\/\S+)[ \t]+/u, "$1 ").trimEnd()}\r\n${kept.join("")}\r\n`;
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
