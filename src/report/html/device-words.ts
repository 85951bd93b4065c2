import { adviceLabel, ruleText } from "../../checklist/labels.ts";
import type { Lang } from "../../base/languages.ts";
import { paper } from "../../text/paper.ts";
import { record } from "../../text/record.ts";
import { DEVICE_SEEN, DEVICE_TRIED, DEVICE_WATER } from "../../text/record-states.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { finalDisposition } from "../../visit/rows/device.ts";
import type { Device } from "../../visit/schema.ts";
import { clauses, sentence, stopped } from "./sentence.ts";

/** What happened to it, what was seen, what trying gave, as sentences; old faults first: flood money does not pay them. */
export function stateOf(device: Device, lang: Lang): string {
  const texts = record[lang];
  const { before } = device.answers;
  const old = before === "faulty" ? texts.oldFault : before === "unused" ? texts.unusedBefore : "";
  return [
    sentence([old]),
    sentence(clauses(DEVICE_WATER, device.answers, lang)),
    sentence(clauses(DEVICE_SEEN, device.answers, lang)),
    sentence(clauses(DEVICE_TRIED, device.answers, lang), "; "),
    device.done ? "" : texts.unfinished,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/**
 * What is to become of it: action, parts, reason, flags, and the number of the note that names the rule's source.
 * @param sources sources in the order of their notes
 */
export function proposal(device: Device, sources: ReadonlyMap<string, readonly string[]>, lang: Lang): string {
  const texts = paper[lang];
  const decided = finalDisposition(device);
  if (decided === null) return record[lang].unfinished;
  const action = stopped(labelOf("disposition", decided, lang));
  const { triage, override } = device;
  const overruled =
    override === null
      ? []
      : [
          record[lang].overruled(
            triage === null ? "—" : labelOf("disposition", triage.disposition, lang),
            override.reason,
            override.by,
          ),
        ];
  if (triage === null) return [action, ...overruled].join(" ");
  const { reason, source } = ruleText(triage.rule, lang);
  const note = [...sources.keys()].indexOf(source) + 1;
  const parts = triage.advice.filter(isPart).map((id) => adviceLabel(id, lang));
  const flags = triage.flags.map((flag) => labelOf("flag", flag, lang));
  return [
    action,
    parts.length === 0 ? "" : stopped(texts.parts(parts.join("; "))),
    // A note that names no rule of this version has no number.
    stopped(`${texts.because(reason)}${note === 0 ? "" : ` [${note}]`}`),
    flags.length === 0 ? "" : stopped(texts.mind(flags.join("; "))),
    ...overruled,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Parts to buy and waste to collect; how to wash, dry and handle stands in the annex. */
export function isPart(advice: string): boolean {
  return advice.startsWith("part_") || advice.startsWith("haz_");
}
