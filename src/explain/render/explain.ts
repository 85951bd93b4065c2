import type { Evidence, Observation } from "../../evidence/schema.ts";
import type { Lang } from "../../base/languages.ts";
import { judgeTexts } from "../../text/judge.ts";
import { describeFinding } from "../describe.ts";
import type { Verdict } from "../../judge/verdict.ts";
import { figuresOf } from "./figures.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { wrap } from "../../terminal/wrap.ts";

/** For each finding the observations for and against it, with their figures (`--explain`). */
export function renderExplanation(verdict: Verdict, evidence: Evidence, lang: Lang, columns: number): string {
  const texts = judgeTexts[lang];
  const byId = new Map(evidence.observations.map((one) => [one.id, one]));
  const list = (ids: readonly string[]): string[] =>
    ids.length === 0
      ? [`      ${texts.noEvidence}`]
      : ids.map((id) => wrap(oneLine(`- ${lineOf(id, byId.get(id))}`, 1000), columns, 6, 8));
  return verdict.findings
    .map((finding) =>
      [
        wrap(`[${finding.cause}] ${describeFinding(finding, evidence.profile, lang).title}`, columns, 2, 4),
        `    ${texts.evidenceFor}:`,
        ...list(finding.evidence),
        ...(finding.against.length === 0 ? [] : [`    ${texts.evidenceAgainst}:`, ...list(finding.against)]),
      ].join("\n"),
    )
    .join("\n");
}

function lineOf(id: string, observation: Observation | undefined): string {
  return observation === undefined ? id : `${id}: ${figuresOf(observation)}`;
}
