import { describeMachines } from "../../explain/machines.ts";
import type { Lang } from "../../base/languages.ts";
import { machines as texts } from "../../text/machines.ts";
import type { Visit } from "../../visit/schema.ts";
import { machinesOf, numbered } from "../machines.ts";
import { html, NOTHING, type Markup } from "./markup.ts";

/** The office's computers: what they say together, and computer × system; nothing where only one was looked at. */
export function machines(visit: Visit, lang: Lang): Markup {
  const all = machinesOf(visit);
  if (all.length === 0) return NOTHING;
  const words = texts[lang];
  const told = describeMachines(all, lang);
  const rows = told.rows.map(
    ({ name, status, cause, signs }, at) =>
      html`<tr><td class="number">${at + 1}</td><td>${name}</td><td>${status}</td><td>${cause}</td><td>${signs}</td></tr>`,
  );
  return html`<h3>${words.heading}</h3>
<ul>${told.sentences.map((line) => html`<li>${line}</li>`)}</ul>
<table class="machines"><thead><tr><th></th><th>${words.machine}</th><th>${words.result}</th><th>${words.cause}</th><th>${words.signs(told.systems.length)}</th></tr></thead>
<tbody>${rows}</tbody></table>
<p>${words.legend(numbered(told))}</p>`;
}
