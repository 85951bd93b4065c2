// C0 and C1 control characters except tab and newline, plus DEL: what can move the cursor, retitle a window or hide text.
// Marks and overrides of direction are taken out, too: they make a host name read differently from what it is; and line
// separators that only some programs know.
const CONTROL =
  // oxlint-disable-next-line no-control-regex -- matching control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Text from servers, certificates, tools and files, made harmless for a terminal and a record (design, section 7). Tabs
 * and newlines stay.
 */
export function terminalSafe(text: string): string {
  return text.replace(CONTROL, "");
}

/** The same on one line, cut to `limit` characters. */
export function oneLine(text: string, limit: number): string {
  const flat = terminalSafe(text).replace(/\s+/gu, " ").trim();
  return flat.length > limit ? `${flat.slice(0, limit - 1)}…` : flat;
}
