import { oneLine, terminalSafe } from "../base/terminal-safe.ts";
import { priority as priorityTexts } from "../text/priority.ts";
import type { Lang } from "../base/languages.ts";
import { TIERS } from "./assess.ts";
import type { Ranked } from "./order.ts";
import type { PriorityPolicy } from "./policy.ts";
import { reasonLine } from "./reason.ts";

/**
 * The order in which to help as text: one line of reason a site, under the heading of its tier, the rule's id on top.
 */
export function renderPriority(ranked: readonly Ranked[], policy: PriorityPolicy, lang: Lang): string {
  const texts = priorityTexts[lang];
  const headings = { T0: texts.tierT0, T1: texts.tierT1, T2: texts.tierT2, T3: texts.tierT3 } as const;
  const lines = [texts.title(policy.id, ranked.length)];
  if (ranked.length === 0) lines.push("", texts.empty);
  for (const tier of TIERS) {
    const own = ranked.filter((site) => site.tier === tier);
    if (own.length > 0)
      lines.push("", `${tier} ${headings[tier]}`, ...own.map((site) => oneLine(reasonLine(site, lang), 2000)));
  }
  return terminalSafe(`${lines.join("\n")}\n`);
}
