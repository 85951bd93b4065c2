import { describeFinding, systemName } from "../../explain/describe.ts";
import type { Lang } from "../../base/languages.ts";
import { deviceTypeLabel } from "../../checklist/labels.ts";
import { paper } from "../../text/paper.ts";
import { record } from "../../text/record.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { finalDisposition } from "../../visit/rows/device.ts";
import { DISPOSITIONS, type Visit } from "../../visit/schema.ts";
import { html, NOTHING, type Markup } from "./markup.ts";
import { stopped, written } from "./sentence.ts";

/** Conclusions from what was found, what people add, signatures (the seal goes over the head's), and who gets it. */
export function conclusions(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  const words = paper[lang];
  const { survey } = visit;
  const confirmed = written(survey, "confirmed_by");
  const surveyor = visit.technician === "" ? written(survey, "surveyor") : visit.technician;
  return html`<h2>${texts.conclusions}</h2>
<p>${texts.causes}: ${network(visit, lang).join(" ")}</p>
<p>${texts.equipment}: ${equipment(visit, lang)}</p>
${custody(visit, lang)}${added(words.lostFiles, written(survey, "lost_files"))}
${filled(texts.doneWork, written(survey, "done_work"))}
${filled(texts.openWork, written(survey, "open_work"))}
${filled(texts.dueBy, written(survey, "due_by"))}
<p>${texts.closing("……", "……", "……")}</p>
<div class="signatures">
<div><b>${texts.signTeam}</b><i>${texts.sign}</i>${surveyor}</div>
<div><b>${texts.signHead}</b><i>${texts.seal}</i>${written(survey, "contact_name")}</div>
<div><b>${words.signCommune}</b><i>${texts.seal}</i>${confirmed}</div>
</div>
<p class="recipients"><b>${words.recipients}</b>${recipients(visit, lang).map((each, at, all) => html`<br>– ${each}${at === all.length - 1 ? "." : ";"}`)}</p>`;
}

/** With a line to write on where nobody told anything. */
function filled(title: string, text: string): Markup {
  const space = text === "" ? html`<span class="fill"></span>` : html`<span>${text}</span>`;
  return html`<p class="lines"><span>${title}</span>${space}</p>`;
}

function added(title: string, text: string): Markup {
  return text === "" ? NOTHING : html`<p>${title}: ${stopped(text)}</p>`;
}

/** Disks that left their machines, and who has them: data of the office in somebody's hands. */
function custody(visit: Visit, lang: Lang): Markup {
  const words = paper[lang];
  const out = visit.devices.flatMap((device, at) =>
    device.answers["disk_out"] === "co"
      ? [
          words.custodyLine(
            at + 1,
            [deviceTypeLabel(device.type, lang), device.serial].filter((part) => part !== "").join(" "),
            written(device.answers, "disk_keeper") || words.keeperUnknown,
          ),
        ]
      : [],
  );
  return added(words.custody, out.join("; "));
}

function recipients(visit: Visit, lang: Lang): readonly string[] {
  return (written(visit.survey, "send_to") || paper[lang].recipientsUsual)
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
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
    return texts.cause(stopped(title), stopped(remedy), who.replace(/\.$/u, ""));
  });
  return [...found, ...open];
}

function equipment(visit: Visit, lang: Lang): string {
  const texts = record[lang];
  if (visit.devices.length === 0) return texts.noDevices;
  const count = (wanted: string | null): number =>
    visit.devices.reduce((sum, device) => (finalDisposition(device) === wanted ? sum + device.quantity : sum), 0);
  const lines = DISPOSITIONS.flatMap((each) =>
    count(each) === 0 ? [] : [texts.counted(labelOf("disposition", each, lang), count(each))],
  );
  const open = count(null);
  const all = open === 0 ? lines : [...lines, texts.counted(texts.unfinished.replace(/\.$/u, ""), open)];
  return stopped(all.join("; "));
}

/** What a reader needs to find the data behind the paper. */
export function footer(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  if (visit.scan === null) return html`<footer>${texts.footer(visit.id, "qbrecover", "")}</footer>`;
  const { evidence } = visit.scan;
  const profile = texts.profile(evidence.profile.id, evidence.profile.version, evidence.profileHash);
  return html`<footer>${texts.footer(visit.id, `${evidence.tool.name} ${evidence.tool.version}`, profile)}</footer>`;
}
