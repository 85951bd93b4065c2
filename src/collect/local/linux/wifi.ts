import { oneLine } from "../../../base/terminal-safe.ts";
import type { CollectContext } from "../../context/context.ts";

/** Name of the wireless network from `iw dev NAME link`; null without the program or an association. */
export async function readSsid(context: CollectContext, name: string, deadlineMs: number): Promise<string | null> {
  const result = await context.runTool("iw", ["dev", name, "link"], deadlineMs);
  return parseIwSsid(result.stdout);
}

/** `iw` writes bytes beyond ASCII as \xNN. */
export function parseIwSsid(text: string): string | null {
  const raw = /^[ \t]*SSID: (.*)$/mu.exec(text)?.[1];
  if (raw === undefined) return null;
  const bytes = raw.replace(/\\x([0-9a-f]{2})/giu, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  // Already decoded where a character lies beyond one byte.
  return oneLine(/[\u{100}-\u{10ffff}]/u.test(bytes) ? raw : Buffer.from(bytes, "latin1").toString("utf8"), 64);
}
