import { terminalSafe } from "../../base/terminal-safe.ts";

/** HTML that is ready to be written. Only `html` makes it, so foreign text cannot get in unescaped. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/** A template whose values are escaped (text) or taken as they are (markup). */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: fixed.map((text, at) => text + (at < parts.length ? render(parts[at] ?? "") : "")).join("") };
}

export const NOTHING: Markup = { markup: "" };

function render(part: Part): string {
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "markup" in part ? part.markup : part.map((each) => each.markup).join("");
}

/** Text as HTML content or as the value of a quoted attribute. Control characters go, line ends become breaks. */
function escapeHtml(text: string): string {
  const named: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return terminalSafe(text)
    .normalize("NFC")
    .replaceAll(/[&<>"']/gu, (sign) => named[sign] ?? "")
    .replaceAll("\n", "<br>");
}
