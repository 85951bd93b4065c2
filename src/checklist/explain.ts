import type { Lang } from "../base/languages.ts";
import type { Label } from "../form/question.ts";
import { explain as explainTexts } from "../text/explain-device.ts";
import type { Answers, Device, TriageResult } from "../visit/schema.ts";
import { deviceType, type DeviceType } from "./data/device-types.ts";
import { GATE_SOURCES } from "./data/gate-sources.ts";
import { GATE_REASON_TEXTS, GATE_STATE_TEXTS, GATE_WARNING_TEXTS } from "./data/gate-texts.ts";
import { adviceLabel, deviceQuestionLabel, deviceTypeLabel, dispositionLabel, flagLabel } from "./labels.ts";
import { safetyGate } from "./triage/gate.ts";
import { RULEBOOK } from "./triage/rulebook.ts";
import { SOURCES, type SourceId } from "./triage/sources.ts";
import { explainTriage } from "./triage/triage.ts";
import type { Step } from "./triage/way.ts";

/**
 * Why a device got its result: the site's gate, every rule that had a part in it with reason and source, what it advises,
 * and what nobody knew. What is the tool's own judgement is marked.
 * @param name how the device is called in the visit
 * @returns lines; those that are wrapped keep the spaces they begin with
 */
export function explainDevice(device: Device, safety: Answers, name: string, lang: Lang): string[] {
  const texts = explainTexts[lang];
  const { result, steps, unknowns } = explainTriage(device, safety);
  const stored = device.triage;
  const isOld = stored !== null && JSON.stringify(stored) !== JSON.stringify(result);
  return [
    name,
    texts.result(dispositionLabel(result.disposition, lang), result.rule),
    ...(result.flags.length === 0 ? [] : [texts.flags(result.flags.map((flag) => flagLabel(flag, lang)).join("; "))]),
    ...(isOld ? [texts.storedOtherwise(dispositionLabel(stored.disposition, lang), stored.rule)] : []),
    ...(device.override === null
      ? []
      : [texts.overruled(dispositionLabel(device.override.disposition, lang), device.override.reason)]),
    "",
    ...gateLines(safety, lang),
    "",
    texts.rules,
    ...steps.flatMap((step) => stepLines(step, result, lang)),
    ...(unknowns.length === 0
      ? []
      : ["", texts.unknown(unknowns.map((id) => deviceQuestionLabel(id, lang)).join("; "))]),
    "",
    texts.ownMark,
  ];
}

/** The rules that can have a part in the result of a type, with reason and source. */
export function explainType(type: DeviceType, lang: Lang): string[] {
  const texts = explainTexts[lang];
  const rules = RULEBOOK.filter((rule) => rule.types === undefined || rule.types.includes(type.id));
  return [
    texts.rulesOf(deviceTypeLabel(type.id, lang)),
    ...rules.flatMap(({ id, reason, source }) => [`${mark(source)} [${id}]`, ...whyLines(reason, source, lang)]),
    "",
    texts.ownMark,
  ];
}

function gateLines(safety: Answers, lang: Lang): string[] {
  const texts = explainTexts[lang];
  const gate = safetyGate(safety);
  const told: readonly (readonly [text: Label, source: SourceId])[] = [
    ...gate.reasons.map((id) => [GATE_REASON_TEXTS[id], GATE_SOURCES[id]] as const),
    ...gate.warnings.map((id) => [GATE_WARNING_TEXTS[id], GATE_SOURCES[id]] as const),
  ];
  return [
    texts.gate(GATE_STATE_TEXTS[gate.state][lang]),
    ...told.flatMap(([text, source]) => [`${mark(source)} ${text[lang]}`, `    ${sourceLine(source, lang)}`]),
  ];
}

/** What of a step is left in the result: a part is not bought for what is replaced after all. */
function stepLines(step: Step, result: TriageResult, lang: Lang): string[] {
  const made = step.disposition === null ? [] : [`→ ${dispositionLabel(step.disposition, lang)}`];
  const flags = step.flags.filter((flag) => result.flags.includes(flag)).map((flag) => `+ ${flagLabel(flag, lang)}`);
  return [
    `${mark(step.source)} [${step.rule}] ${[...made, ...flags].join(", ")}`.trimEnd(),
    ...whyLines(step.reason, step.source, lang),
    ...step.advice.filter((id) => result.advice.includes(id)).map((id) => `    • ${adviceLabel(id, lang)}`),
  ];
}

function whyLines(reason: Label, source: SourceId, lang: Lang): string[] {
  return [`    ${explainTexts[lang].reason(reason[lang])}`, `    ${sourceLine(source, lang)}`];
}

function sourceLine(id: SourceId, lang: Lang): string {
  const source = SOURCES[id];
  const url = "url" in source ? ` <${source.url}>` : "";
  return `${explainTexts[lang].source(source.name[lang])}${url}`;
}

/** A diamond before what no guideline, authority, law or manufacturer says. */
const mark = (id: SourceId): string => (SOURCES[id].kind === "own" ? "◆" : " ");

/** The type that is named by its id or label, or undefined. */
export function typeNamed(name: string): DeviceType | undefined {
  return deviceType(name.trim().toLowerCase());
}
