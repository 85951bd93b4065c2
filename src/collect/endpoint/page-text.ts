/** The encoding that a page names in its own head, as browsers look for it (WHATWG HTML, prescan: the first 1024 bytes). */
const META = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/iu;
const PRESCAN_BYTES = 1024;

/**
 * Text of a page, whatever its encoding: byte order mark, the header's charset, the page's own word, UTF-8 where it fits,
 * else the code page of old Vietnamese pages.
 * @param contentType value of the header; null where there was none
 */
export function pageText(bytes: Uint8Array, contentType: string | null): string {
  const named = bom(bytes) ?? /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType ?? "")?.[1] ?? ownWord(bytes);
  if (named !== undefined) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // An encoding that nobody knows: as if none had been named.
    }
  }
  try {
    // The last character may be cut through where the page was not read to its end.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1258").decode(bytes);
  }
}

function bom(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function ownWord(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN_BYTES));
  const named = META.exec(start)?.[1];
  // A page that could be read as far as this is not in two bytes a character, whatever it says.
  return named !== undefined && /^utf-?16/iu.test(named) ? "utf-8" : named;
}

/**
 * Does the page hold these words as a reader sees them? Entities, blanks of any kind and number, line breaks, composed and
 * decomposed letters, capitals and marks between its words make no difference.
 */
export async function holdsWords(page: string, wanted: string): Promise<boolean> {
  const words = plain(wanted);
  if (plain(page).includes(words)) return true;
  const { decodeHTML } = await import("entities");
  const decoded = page.includes("&") ? decodeHTML(page) : page;
  if (plain(decoded).includes(words)) return true;
  // "<b>Một cửa</b> điện tử" reads as one.
  return plain(decoded.replace(/<[^>]{0,500}>/gu, "")).includes(words);
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, "")
    .replace(/\s+/gu, " ")
    .toLowerCase();
}
