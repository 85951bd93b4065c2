import { compareVisits } from "../../compare/compare.ts";
import type { NetworkComparison } from "../../compare/network.ts";
import { deviceTypeLabel } from "../../checklist/labels.ts";
import { systemName } from "../../explain/describe.ts";
import type { Lang } from "../../base/languages.ts";
import { paper } from "../../text/paper.ts";
import { record } from "../../text/record.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { finalDisposition } from "../../visit/rows/device.ts";
import type { Device, Visit } from "../../visit/schema.ts";
import { viewTime } from "../csv/people.ts";
import { html, type Markup } from "./markup.ts";

/** After a repair: what was restored, what is still down, each device before and after, and what remains. */
export function acceptance(before: Visit | null, after: Visit, lang: Lang): Markup {
  const texts = paper[lang];
  if (before === null) return html`<h3>${texts.acceptance}</h3><p>${texts.noBefore}</p>${remains(after, lang)}`;
  const { network, devices } = compareVisits(before, after);
  const profile = after.scan?.evidence.profile ?? before.scan?.evidence.profile;
  const names = (ids: readonly string[]): string =>
    ids.map((id) => (profile === undefined ? id : systemName(profile, id, lang))).join("; ");
  const lines = [
    texts.acceptanceBefore(viewTime(before.startedAt, true), before.id),
    ...networkLines(network, names, lang),
  ];
  const rows = [
    ...devices.pairs.map((pair) => [nameOf(pair.after, lang), fate(pair.before, lang), fate(pair.after, lang)]),
    ...devices.onlyBefore.map((device) => [nameOf(device, lang), fate(device, lang), texts.noRecord]),
    ...devices.onlyAfter.map((device) => [nameOf(device, lang), texts.noRecord, fate(device, lang)]),
  ];
  return html`<h3>${texts.acceptance}</h3><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
<div class="scroll" role="region" tabindex="0" aria-label="${texts.acceptance}"><table class="devices"><caption>${texts.acceptance}</caption>
<thead><tr>${[record[lang].colDevice, texts.colBefore, texts.colAfter].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>${remains(after, lang)}`;
}

function networkLines({ systems }: NetworkComparison, names: (ids: readonly string[]) => string, lang: Lang): string[] {
  const texts = paper[lang];
  const of = (change: NetworkComparison["systems"][number]["change"]): string[] =>
    systems.filter((each) => each.change === change).map(({ id }) => id);
  const failing = systems.filter(({ after }) => after === "failed");
  const tried = systems.some(({ after }) => after === "ok" || after === "slow");
  const lines = [
    [texts.restored, of("restored")],
    [texts.stillDown, of("stillDown")],
    [texts.brokeSince, of("worse")],
  ] as const;
  return [
    ...lines.flatMap(([line, ids]) => (ids.length === 0 ? [] : [line(names(ids))])),
    ...(failing.length === 0 && tried ? [texts.nothingDown] : []),
  ];
}

/** What was to become of it at that time. */
function fate(device: Device, lang: Lang): string {
  const decided = finalDisposition(device);
  return decided === null ? record[lang].unfinished : labelOf("disposition", decided, lang);
}

function nameOf(device: Device, lang: Lang): string {
  const count = device.quantity === 1 ? "" : `${device.quantity} × `;
  return `${count}${[deviceTypeLabel(device.type, lang), device.label, device.serial].filter((part) => part !== "").join(" – ")}`;
}

function remains({ devices }: Visit, lang: Lang): Markup {
  if (devices.length === 0) return html`<p>${record[lang].noDevices}</p>`;
  const open = devices.filter((device) => finalDisposition(device) !== "REUSE");
  const count = open.reduce((sum, { quantity }) => sum + quantity, 0);
  return html`<p>${count === 0 ? paper[lang].allSettled : paper[lang].remains(count)}</p>`;
}
