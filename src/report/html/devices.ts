import { deviceTypeLabel, ruleText } from "../../checklist/labels.ts";
import type { Lang } from "../../base/languages.ts";
import { paper } from "../../text/paper.ts";
import { record } from "../../text/record.ts";
import type { Device } from "../../visit/schema.ts";
import { otherTexts } from "../other-texts.ts";
import { html, NOTHING, type Markup } from "./markup.ts";
import { totals, worth } from "./money.ts";
import { proposal, stateOf } from "./device-words.ts";

/** The device table, a row a record; equal states and proposals are written once. */
export function devices(all: readonly Device[], lang: Lang): Markup {
  const texts = record[lang];
  if (all.length === 0) return html`<h3>${texts.devices}</h3><p>${texts.noDevices}</p>`;
  const sources = sourcesOf(all, lang);
  const rows = all.map((device) => ({
    device,
    state: stateOf(device, lang),
    proposal: proposal(device, sources, lang),
  }));
  const first = new Map<string, number>();
  const body = rows.map((row, at) => {
    const key = JSON.stringify([row.state, row.proposal]);
    const same = first.get(key);
    if (same === undefined) first.set(key, at + 1);
    const what = identity(row.device, lang);
    const number = html`<td class="number">${at + 1}</td>`;
    // What is as in an earlier row leaves its room to the name.
    return same === undefined
      ? html`<tr>${number}<td>${what}</td><td>${row.state}</td><td>${row.proposal}</td></tr>`
      : html`<tr>${number}<td colspan="2">${what}</td><td>${paper[lang].sameAs(same)}</td></tr>`;
  });
  return html`<h3>${texts.devices}</h3>
<div class="scroll" role="region" tabindex="0" aria-label="${paper[lang].tableDevices}"><table class="devices"><caption>${paper[lang].tableDevices}</caption><colgroup><col style="width:9mm"><col style="width:44mm"><col style="width:50mm"><col></colgroup>
<thead><tr>${[texts.colNo, texts.colDevice, texts.colState, texts.colDisposition].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${body}</tbody></table></div>
${totals(all, lang).map((line) => html`<p>${line}</p>`)}${notes(sources, lang)}`;
}

/** The texts that have a place of their own in the form; any other stands after them. */
const PLACED = ["label", "brand", "model", "serial", "assetTag", "room"] as const;

/** What it is, where it stands, what it is worth. */
function identity(device: Device, lang: Lang): Markup {
  const texts = paper[lang];
  const type = deviceTypeLabel(device.type, lang);
  const marks = [
    [device.brand, device.model].filter((part) => part !== "").join(" "),
    device.serial === "" ? "" : texts.serialIs(device.serial),
    device.assetTag === "" ? "" : texts.tagIs(device.assetTag),
    device.room,
    ...worth(device, lang),
    ...otherTexts(device, PLACED, lang),
  ].filter((part) => part !== "");
  const count = device.quantity === 1 ? NOTHING : html`<br>${texts.count(device.quantity)}`;
  return html`<b>${device.label === "" ? type : `${type}: ${device.label}`}</b>${count}${marks.length === 0 ? NOTHING : html`<br>${marks.join("; ")}`}`;
}

/** Sources of the rules that decided, in the order in which they are first cited; the number is the note's. */
function sourcesOf(all: readonly Device[], lang: Lang): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const { triage } of all) {
    if (triage === null) continue;
    const { source } = ruleText(triage.rule, lang);
    if (source === "") continue;
    const rules = sources.get(source) ?? [];
    sources.set(source, rules.includes(triage.rule) ? rules : [...rules, triage.rule]);
  }
  return sources;
}

function notes(sources: ReadonlyMap<string, readonly string[]>, lang: Lang): Markup {
  if (sources.size === 0) return NOTHING;
  const lines = [...sources].map(([source, rules], at) => `[${at + 1}] ${source} (${rules.join(", ")})`);
  return html`<p class="notes">${paper[lang].sources}: ${lines.join("; ")}.</p>`;
}
