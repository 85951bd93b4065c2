/**
 * Decodes what a system tool wrote. UTF-8 first; UTF-16 where a byte order mark says so (older Windows tools into a
 * pipe); otherwise the code page that is likely: 1258 on Windows in Vietnamese, Latin 1 elsewhere. The parsers look at
 * digits, signs and addresses only, so a word decoded wrongly does no harm.
 */
export function decodeToolOutput(bytes: Uint8Array | undefined, platform: NodeJS.Platform): string {
  if (bytes === undefined || bytes.length === 0) return "";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(platform === "win32" ? "windows-1258" : "latin1").decode(bytes);
  }
}
