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
  return [drawChain(verdict, lang, columns), ...chainLegend(verdict, lang)].join("\n");
}

/** The picture without the meaning of its marks. */
export function drawChain(verdict: Pick<Verdict, "chain">, lang: Lang, columns: number): string {
  const pieces = verdict.chain.map(
    ({ part, state }, at) => `${at === 0 ? MARK[state] : `${JOINT[state]} `}${wordFor("part", part, lang)}`,
  );
  return wrapWords(pieces, columns, 2, 4);
}

/** What the marks mean; empty where none is drawn. */
export function chainLegend(verdict: Verdict, lang: Lang): readonly string[] {
  return verdict.chain.some((one) => one.state !== "ok") ? [`  (${wordFor("chain", "legend", lang)})`] : [];
}
