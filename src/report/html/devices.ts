import { ALL_DEVICE_QUESTIONS } from "../../checklist/data/catalogue.ts";
import { deviceTypeLabel } from "../../checklist/labels.ts";
import { answerText } from "../../form/labels.ts";
import { isUnknown } from "../../form/question.ts";
import type { Lang } from "../../base/languages.ts";
import { deviceTexts } from "../../text/device-texts.ts";
import { record } from "../../text/record.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { finalDisposition } from "../../visit/rows/device.ts";
import type { Device } from "../../visit/schema.ts";
import { otherTexts } from "../other-texts.ts";
import { html, type Markup } from "./markup.ts";

const WATER = ["water", "water_type", "wet_time"];
const STATE = ["works_now", "body", "corrosion", "mud", "battery"];

/** The device table, on pages that lie across; one sentence where there are no devices. */
export function devices(all: readonly Device[], lang: Lang): Markup {
  const texts = record[lang];
  if (all.length === 0) return html`<h3>${texts.devices}</h3><p>${texts.noDevices}</p>`;
  const count = all.reduce((sum, device) => sum + device.quantity, 0);
  return html`<section class="across"><h3>${texts.devices}</h3><p>${texts.devicesSummary(count, all.length)}</p>
<table class="devices"><colgroup>${WIDTHS.map((width) => html`<col style="width:${width}mm">`)}</colgroup>
<thead><tr>${heads(lang).map((name) => html`<th>${name}</th>`)}</tr></thead>
<tbody>${all.map((device, at) => row(device, at + 1, lang))}</tbody></table></section>`;
}

/** Millimetres; 273 in all: A4 across without its margins. */
const WIDTHS = [9, 25, 20, 20, 15, 13, 10, 12, 17, 26, 25, 18, 31, 13, 19];

function heads(lang: Lang): readonly string[] {
  const t = record[lang];
  const texts = deviceTexts[lang];
  return [
    t.colNo,
    t.colDevice,
    t.colModel,
    texts.serial,
    texts.assetTag,
    t.colYear,
    t.colUnit,
    t.colQuantity,
    texts.room,
    t.colWater,
    t.colState,
    t.colCause,
    t.colDisposition,
    t.colCost,
    t.colNote,
  ];
}

/** The texts that have a place of their own in the form; any other stands among the notes. */
const PLACED = ["label", "brand", "model", "serial", "assetTag", "room", "note"] as const;

function row(device: Device, number: number, lang: Lang): Markup {
  const texts = record[lang];
  const type = deviceTypeLabel(device.type, lang);
  const cells = [
    device.label === "" ? type : `${type}: ${device.label}`,
    [device.brand, device.model].filter((part) => part !== "").join(" "),
    device.serial,
    device.assetTag,
    told(device, ["age"], lang),
    texts.piece,
    String(device.quantity),
    device.room,
    told(device, WATER, lang),
    told(device, STATE, lang),
    causeOf(device, lang),
    proposal(device, lang),
    "",
    [
      device.note,
      ...otherTexts(device, PLACED, lang),
      device.photos.length === 0 ? "" : texts.photos(device.photos.length),
    ]
      .filter((part) => part !== "")
      .join("\n"),
  ];
  return html`<tr><td class="number">${number}</td>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}

function told(device: Device, ids: readonly string[], lang: Lang): string {
  return ids
    .map((id) => answerText(ALL_DEVICE_QUESTIONS, id, device.answers[id], lang))
    .filter((text) => text !== "")
    .join("; ");
}

/** Flood money must not pay for old faults: what was broken before is said first. */
function causeOf(device: Device, lang: Lang): string {
  const texts = record[lang];
  const { water, before } = device.answers;
  const old = before === "faulty" ? [texts.oldFault] : before === "unused" ? [texts.unusedBefore] : [];
  if (isUnknown(water)) return old.join("; ");
  return [...old, water === "none" ? texts.notByWater : texts.byFlood].join("; ");
}

function proposal(device: Device, lang: Lang): string {
  const texts = record[lang];
  const decided = finalDisposition(device);
  if (decided === null) return texts.unfinished;
  const flags = device.triage?.flags.map((flag) => labelOf("flag", flag, lang)) ?? [];
  const from = device.triage === null ? "—" : labelOf("disposition", device.triage.disposition, lang);
  const overruled =
    device.override === null ? "" : `\n${texts.overruled(from, device.override.reason, device.override.by)}`;
  return `${labelOf("disposition", decided, lang)}${flags.length === 0 ? "" : ` (${flags.join("; ")})`}${overruled}`;
}
