import { CULPRITS, type Culprit } from "../base/culprits.ts";
import { CAUSE_TEXTS } from "../text/causes/index.ts";
import type { Facts } from "./facts/facts.ts";
import { compareText, unique } from "./facts/observed.ts";
import type { Target } from "./facts/target.ts";
import { RULES } from "./rules/registry.ts";
import type { Draft, Part, Rule } from "./rules/rule.ts";
import type { Finding } from "./verdict.ts";
import { unseenParts } from "./unseen.ts";
import { severityOf } from "./weigh.ts";

/** Where a system's own fault lies. */
const OWN: ReadonlySet<Culprit> = new Set(["datacentre", "server"]);

export interface Found {
  readonly finding: Finding;
  readonly impact: Draft["impact"];
}

/**
 * One walk over the rules, from the laptop outwards. A rule whose need an earlier finding has broken is not asked; a
 * failed target that an earlier finding accounts for is not shown to later rules. What is left unexplained at a layer
 * is a second fault of its own.
 */
export function applyRules(facts: Facts, rules: readonly Rule[] = RULES): readonly Found[] {
  const broken = new Set<Part>(unseenParts(facts));
  const explained = new Set<string>();
  const found: { readonly one: Found; readonly order: number }[] = [];
  let open = facts.targets.filter((one) => one.state === "failed" && one.endpoint.network !== "local");
  rules.forEach((rule, order) => {
    if (rule.needs.some((part) => broken.has(part))) return;
    const draft = rule.evaluate({ facts, open, explained, found: found.map(({ one }) => one.finding.cause) });
    if (draft === null) return;
    for (const part of draft.breaks ?? rule.breaks) broken.add(part);
    for (const key of explainedBy(rule, draft, open)) explained.add(key);
    open = open.filter((one) => !explained.has(one.key));
    found.push({ one: { finding: findingOf(facts, rule, draft), impact: draft.impact }, order });
  });
  // Nearest to the laptop first; what hurts nobody comes after what does, and what is minor after the one-stop desk's own
  // fault.
  const grave = found.some(({ one: { finding } }) => finding.severity === "critical" && OWN.has(finding.culprit));
  const rank = ({ one: { impact, finding } }: (typeof found)[number]): number => {
    const later = impact === "none" ? 2 : grave && finding.severity === "minor" ? 1 : 0;
    return later * CULPRITS.length + CULPRITS.indexOf(finding.culprit);
  };
  return found.toSorted((a, b) => rank(a) - rank(b) || a.order - b.order).map(({ one }) => one);
}

function explainedBy(rule: Rule, draft: Draft, open: readonly Target[]): readonly string[] {
  const everything = (draft.breaks ?? rule.breaks).includes("line") && draft.impact === "down";
  return everything ? open.map((one) => one.key) : (draft.explains ?? []);
}

function findingOf(facts: Facts, rule: Rule, draft: Draft): Finding {
  const evidence = unique(draft.evidence).toSorted(compareText);
  return {
    cause: rule.cause,
    culprit: draft.culprit ?? CAUSE_TEXTS[rule.cause].culprit,
    severity: severityOf(facts, draft),
    confidence: draft.confidence ?? "certain",
    affects: [...draft.systems],
    params: draft.params,
    evidence,
    against: unique(draft.against ?? [])
      .filter((id) => !evidence.includes(id))
      .toSorted(compareText),
    alternatives: [...(draft.alternatives ?? [])],
  };
}
