import { GATE_REASON_TEXTS, GATE_STATE_TEXTS, GATE_WARNING_TEXTS } from "../../checklist/data/gate-texts.ts";
import { safetyGate } from "../../checklist/triage/gate.ts";
import type { Lang } from "../../base/languages.ts";
import { paper } from "../../text/paper.ts";
import type { Visit } from "../../visit/schema.ts";
import { html, NOTHING, type Markup } from "./markup.ts";
import { stopped } from "./sentence.ts";

/** The first thing on the paper: may anything be switched on here, what must happen before, and which devices never. */
export function safetyBox(visit: Visit, lang: Lang): Markup {
  const texts = paper[lang];
  const isAsked = Object.values(visit.safety).some((answer) => answer !== "");
  const gate = safetyGate(visit.safety);
  const verdict = isAsked ? GATE_STATE_TEXTS[gate.state][lang] : texts.safetyUnasked;
  const reasons = gate.reasons.map((reason) => stopped(GATE_REASON_TEXTS[reason][lang]));
  const warnings = gate.warnings.map((warning) => stopped(GATE_WARNING_TEXTS[warning][lang]));
  return html`<section class="safety"><p class="verdict">${texts.safetyTitle}: ${verdict}</p>
${listed(texts.safetyBefore, reasons)}${listed(texts.safetyMind, warnings)}${unpowered(visit, lang)}</section>`;
}

function listed(title: string, lines: readonly string[]): Markup {
  if (lines.length === 0) return NOTHING;
  return html`<p>${title}</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function unpowered(visit: Visit, lang: Lang): Markup {
  const numbers = visit.devices.flatMap(({ triage }, at) =>
    triage?.flags.includes("NO_POWER") === true ? [at + 1] : [],
  );
  return numbers.length === 0 ? NOTHING : html`<p><b>${paper[lang].safetyDevices(ranges(numbers))}</b></p>`;
}

/** "1–3, 7": rows of the table. */
export function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => (first === last ? String(first) : `${first}${last - first === 1 ? ", " : "–"}${last}`))
    .join(", ");
}
