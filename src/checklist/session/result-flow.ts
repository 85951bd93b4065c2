import { checklist } from "../../text/checklist.ts";
import type { Lang } from "../../base/languages.ts";
import { DISPOSITIONS, type Device } from "../../visit/schema.ts";
import { explainDevice } from "../explain.ts";
import { describeTriage, deviceTypeLabel, dispositionLabel } from "../labels.ts";
import type { Option } from "../../terminal/prompts/ui.ts";
import type { Session } from "./session.ts";

/**
 * The result of a device in words: disposition with its rule, why, source, flags, advice, and the technician's own
 * decision beside it.
 */
function resultText(device: Device, lang: Lang): string {
  const texts = checklist[lang];
  if (device.triage === null) return "";
  const told = describeTriage(device.triage, lang);
  return [
    texts.result(told.disposition, told.rule),
    texts.reason(told.reason),
    texts.source(told.source),
    ...(told.flags.length === 0 ? [] : [texts.flags(told.flags.join("; "))]),
    ...told.advice.map((line) => texts.advice(line)),
    ...(device.answers["before"] === "faulty" ? [texts.flags(texts.beforeFaulty)] : []),
    ...(device.answers["before"] === "unused" ? [texts.flags(texts.beforeUnused)] : []),
    ...(device.override === null
      ? []
      : [texts.overruled(dispositionLabel(device.override.disposition, lang), device.override.reason)]),
  ].join("\n");
}

/**
 * Shows the result and lets the technician agree, decide otherwise with a written reason (both are kept), or correct
 * answers.
 */
export async function showResult(session: Session, id: string): Promise<"done" | "correct"> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  for (;;) {
    const device = session.visit().devices.find((each) => each.id === id);
    if (device === undefined) return "done";
    ui.say(`\n${resultText(device, lang)}`);
    const options: Option[] = [
      { value: "yes", name: texts.acceptYes },
      { value: "no", name: texts.acceptNo },
      { value: "fix", name: texts.acceptFix },
    ];
    if (device.override !== null) options.push({ value: "drop", name: texts.overrideDrop });
    options.push({ value: "why", name: texts.acceptWhy });
    const reply = await ui.choose({ message: texts.accept, options });
    if (reply.kind !== "answer" || reply.value === "yes") return reply.kind === "back" ? "correct" : "done";
    if (reply.value === "fix") return "correct";
    if (reply.value === "why") {
      const name = deviceTypeLabel(device.type, lang);
      ui.say(`\n${explainDevice(device, session.visit().safety, name, lang).join("\n")}`);
    } else if (reply.value === "drop") session.saveDevice({ ...device, override: null });
    else await overrule(session, device);
  }
}

async function overrule(session: Session, device: Device): Promise<void> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const to = await ui.choose({
    message: texts.overrideTo,
    options: DISPOSITIONS.map((value) => ({ value, name: dispositionLabel(value, lang) })),
  });
  const chosen = DISPOSITIONS.find((value) => to.kind === "answer" && value === to.value);
  if (chosen === undefined) return;
  const why = await ui.ask({ message: texts.overrideWhy, check: (text) => (text === "" ? texts.needText : null) });
  if (why.kind !== "answer") return;
  const { technician, survey } = session.visit();
  const surveyor = survey["surveyor"];
  const by = technician !== "" ? technician : typeof surveyor === "string" ? surveyor : "";
  session.saveDevice({ ...device, override: { disposition: chosen, reason: why.value, by, at: session.now() } });
}
