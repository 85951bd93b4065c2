import type { Lang } from "../../base/languages.ts";
import { wordFor } from "../../text/judge.ts";
import type { Verdict } from "../../judge/verdict.ts";
import { wrapWords } from "../../terminal/wrap.ts";

/** How the way into a part is drawn: readable without colour. */
const JOINT = { ok: "──", broken: "─✗─", degraded: "─!─", unknown: "─?─" } as const;
const MARK = { ok: "", broken: "✗ ", degraded: "! ", unknown: "? " } as const;

/**
 * The picture of the way: laptop — cable — switch — router — carrier — Internet — data centre — systems, with the
 * broken link marked. Broken over several lines where the terminal is narrow. No trailing newline.
 */
export function renderChain(verdict: Verdict, lang: Lang, columns: number): string {
  const pieces = verdict.chain.map(
    ({ part, state }, at) => `${at === 0 ? MARK[state] : `${JOINT[state]} `}${wordFor("part", part, lang)}`,
  );
  const drawn = wrapWords(pieces, columns, 2, 4);
  return verdict.chain.some((one) => one.state !== "ok") ? `${drawn}\n  (${wordFor("chain", "legend", lang)})` : drawn;
}
