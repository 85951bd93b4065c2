/**
 * Text of a file that a spreadsheet or an editor wrote: UTF-8, or UTF-16 of either order as Excel's "Unicode text" and
 * old editors have it, with a byte order mark or without. In NFC.
 * @returns null where the bytes are neither
 */
export function decodeSheet(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes).normalize("NFC");
  } catch {
    return null;
  }
}

/** The byte order mark tells, or the zero of the first letter: a sheet begins with a letter of ASCII. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}
