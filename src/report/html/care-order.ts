import { adviceLabel, deviceTypeLabel } from "../../checklist/labels.ts";
import { careOrder as orderOf, careSteps } from "../../checklist/triage/care-order.ts";
import type { Lang } from "../../base/languages.ts";
import { paper } from "../../text/paper.ts";
import { care } from "../../text/care.ts";
import type { Device, Visit } from "../../visit/schema.ts";
import { isPart } from "./device-words.ts";
import { html, NOTHING, type Markup } from "./markup.ts";
import { ranges } from "./safety.ts";

interface Place {
  readonly numbers: number[];
  readonly name: string;
  readonly steps: string;
}

/** What is washed and dried first, and how; then what else is to be minded, each once with the devices it is for. */
export function careOrder(visit: Visit, lang: Lang): Markup {
  const places = placesOf(visit, lang);
  const others = directions(visit.devices, lang);
  if (places.length + others.length === 0) return NOTHING;
  const order =
    places.length === 0
      ? NOTHING
      : html`<p>${care[lang].title}</p><ol>${places.map(({ numbers, name, steps }) => html`<li><b>${paper[lang].numbers(ranges(numbers))}</b> (${name}): ${steps}</li>`)}</ol>`;
  const more = others.length === 0 ? NOTHING : html`<ul>${others.map((line) => html`<li>${line}</li>`)}</ul>`;
  return html`<h2>${paper[lang].annexCare}</h2><div class="annex">${order}${more}</div>`;
}

/** Neighbours in the order that are of one kind and cared for alike are one place. */
function placesOf({ devices, safety }: Visit, lang: Lang): Place[] {
  const places: Place[] = [];
  for (const device of orderOf(devices, safety)) {
    const number = devices.indexOf(device) + 1;
    const name = deviceTypeLabel(device.type, lang);
    const steps = careSteps(device)
      .map((id) => adviceLabel(id, lang))
      .join("; ");
    const last = places.at(-1);
    if (last !== undefined && last.name === name && last.steps === steps) last.numbers.push(number);
    else places.push({ numbers: [number], name, steps });
  }
  for (const { numbers } of places) numbers.sort((left, right) => left - right);
  return places;
}

function directions(devices: readonly Device[], lang: Lang): string[] {
  const found = new Map<string, number[]>();
  for (const [at, device] of devices.entries()) {
    const steps = careSteps(device);
    for (const id of device.triage?.advice ?? [])
      if (!isPart(id) && !steps.includes(id)) found.set(id, [...(found.get(id) ?? []), at + 1]);
  }
  return [...found].map(([id, numbers]) => `${paper[lang].numbers(ranges(numbers))}: ${adviceLabel(id, lang)}`);
}
