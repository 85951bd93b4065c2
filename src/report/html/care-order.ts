import { careList } from "../../checklist/care-list.ts";
import type { Lang } from "../../base/languages.ts";
import { care } from "../../text/care.ts";
import type { Visit } from "../../visit/schema.ts";
import { html, NOTHING, type Markup } from "./markup.ts";

/** What is washed and dried first, and how; nothing where nothing is to be cleaned. */
export function careOrder(visit: Visit, lang: Lang): Markup {
  const items = careList(visit.devices, visit.safety, lang);
  if (items.length === 0) return NOTHING;
  return html`<h3>${care[lang].title}</h3>
<ol>${items.map(({ name, steps }) => html`<li>${name}<ul>${steps.map((step) => html`<li>${step}</li>`)}</ul></li>`)}</ol>`;
}
