import { describeFinding, systemName } from "../../explain/describe.ts";
import type { Lang } from "../../base/languages.ts";
import { record } from "../../text/record.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { finalDisposition } from "../../visit/rows/device.ts";
import { DISPOSITIONS, type Visit } from "../../visit/schema.ts";
import { html, type Markup } from "./markup.ts";

/** Conclusions from what was found, room for what people add, and three signatures; the seal goes over the head's. */
export function conclusions(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  const room = html`<div class="fill-line"></div><div class="fill-line"></div>`;
  return html`<h2>${texts.conclusions}</h2>
<p>${texts.causes}</p><ul>${network(visit, lang).map((line) => html`<li>${line}</li>`)}</ul>
<p>${texts.equipment}</p><ul>${equipment(visit, lang).map((line) => html`<li>${line}</li>`)}</ul>
<p>${texts.doneWork}</p>${room}
<p>${texts.openWork}</p>${room}
<p class="lines"><span>${texts.dueBy}</span><span class="fill"></span></p>
<p>${texts.closing("……", "……", "……")}</p>
<div class="signatures">
<div><b>${texts.signTeam}</b><i>${texts.sign}</i>${visit.technician}</div>
<div><b>${texts.signWriter}</b><i>${texts.sign}</i></div>
<div><b>${texts.signHead}</b><i>${texts.seal}</i></div>
</div>`;
}

function network(visit: Visit, lang: Lang): string[] {
  const texts = record[lang];
  if (visit.scan === null) return [texts.notScanned];
  const { verdict, evidence } = visit.scan;
  const { missing = [] } = verdict;
  const open =
    missing.length === 0
      ? []
      : [texts.notTested(missing.map((id) => systemName(evidence.profile, id, lang)).join("; "))];
  if (verdict.findings.length === 0) return [verdict.status === "healthy" ? texts.healthy : texts.noFindings, ...open];
  const found = verdict.findings.map((finding) => {
    const { title, remedy, mender, contacts } = describeFinding(finding, evidence.profile, lang);
    const who = [mender, ...contacts].join("; ");
    return texts.cause(sentence(title), sentence(remedy), who.replace(/\.$/u, ""));
  });
  return [...found, ...open];
}

function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

function equipment(visit: Visit, lang: Lang): string[] {
  const texts = record[lang];
  if (visit.devices.length === 0) return [texts.noDevices];
  const count = (wanted: string | null): number =>
    visit.devices.reduce((sum, device) => (finalDisposition(device) === wanted ? sum + device.quantity : sum), 0);
  const lines = DISPOSITIONS.flatMap((each) =>
    count(each) === 0 ? [] : [texts.counted(labelOf("disposition", each, lang), count(each))],
  );
  const open = count(null);
  return open === 0 ? lines : [...lines, texts.counted(texts.unfinished.replace(/\.$/u, ""), open)];
}

/** What a reader needs to find the data behind the paper. */
export function footer(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  if (visit.scan === null) return html`<footer>${texts.footer(visit.id, "qbrecover", "")}</footer>`;
  const { evidence } = visit.scan;
  const profile = texts.profile(evidence.profile.id, evidence.profile.version, evidence.profileHash);
  return html`<footer>${texts.footer(visit.id, `${evidence.tool.name} ${evidence.tool.version}`, profile)}</footer>`;
}
