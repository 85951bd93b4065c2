import { deviceTypeLabel } from "../../checklist/labels.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { wrap } from "../../terminal/wrap.ts";
import type { Lang } from "../../base/languages.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { summary } from "../../text/visit-summary.ts";
import { finalDisposition } from "../../visit/rows/device.ts";
import type { Device } from "../../visit/schema.ts";
import { otherTexts } from "../other-texts.ts";

/** The texts that are told in a way of their own; any other is told with its name. */
const PLACED = ["label", "brand", "model", "serial", "assetTag", "room", "note"] as const;

/** One device as two or three lines: what it is, what becomes of it and why. */
export function deviceLines(device: Device, number: number, lang: Lang, width: number): string {
  const texts = summary[lang];
  const type = deviceTypeLabel(device.type, lang);
  const facts = [
    device.label,
    [device.brand, device.model].filter((part) => part !== "").join(" "),
    device.serial === "" ? "" : `${texts.serial} ${device.serial}`,
    device.assetTag === "" ? "" : `${texts.asset} ${device.assetTag}`,
    device.room,
    ...otherTexts(device, PLACED, lang),
    device.photos.length === 0 ? "" : texts.photos(device.photos.length),
    device.done ? "" : texts.open.toUpperCase(),
  ].filter((fact) => fact !== "");
  const count = device.quantity === 1 ? "" : ` × ${device.quantity}`;
  const lines = [
    wrap(oneLine(`${number}. ${type}${count}${facts.length === 0 ? "" : `: ${facts.join(" · ")}`}`, 1000), width),
  ];
  const decided = finalDisposition(device);
  if (decided !== null) {
    const flags = device.triage?.flags.map((flag) => labelOf("flag", flag, lang)) ?? [];
    const rule = device.triage === null ? [] : [`${texts.rule} ${device.triage.rule}`];
    lines.push(
      wrap(oneLine([`→ ${labelOf("disposition", decided, lang)}`, ...rule, ...flags].join("; "), 1000), width, 3),
    );
  }
  if (device.override !== null) {
    const from = device.triage === null ? "—" : labelOf("disposition", device.triage.disposition, lang);
    lines.push(wrap(oneLine(texts.override(from, device.override.by, device.override.reason), 1000), width, 3));
  }
  if (device.note !== "") lines.push(wrap(oneLine(device.note, 1000), width, 3));
  return lines.join("\n");
}
