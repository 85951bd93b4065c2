import stringWidth from "string-width";
import type { Lang } from "../../base/languages.ts";
import { wordFor } from "../../text/judge.ts";
import type { Verdict } from "../../judge/verdict.ts";

/** How the way into a part is drawn: readable without colour. */
const JOINT = { ok: "──", broken: "─✗─", degraded: "─!─", unknown: "─?─" } as const;
const MARK = { ok: "", broken: "✗ ", degraded: "! ", unknown: "? " } as const;

/**
 * The picture of the way: laptop — cable — switch — router — carrier — Internet — data centre — systems, with the
 * broken link marked. Broken over several lines where the terminal is narrow. No trailing newline.
 */
export function renderChain(verdict: Verdict, lang: Lang, columns: number): string {
  const lines: string[] = [];
  let line = "  ";
  verdict.chain.forEach(({ part, state }, at) => {
    const name = wordFor("part", part, lang);
    const piece = at === 0 ? `${MARK[state]}${name}` : ` ${JOINT[state]} ${name}`;
    if (at > 0 && stringWidth(line + piece) > columns) {
      lines.push(line);
      line = `   ${piece}`;
    } else {
      line += piece;
    }
  });
  const drawn = [...lines, line].join("\n");
  return verdict.chain.some((one) => one.state !== "ok") ? `${drawn}\n  (${wordFor("chain", "legend", lang)})` : drawn;
}
