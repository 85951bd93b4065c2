import type { Lang } from "../../base/languages.ts";
import { PRACTICE_MARK } from "../../text/practice.ts";
import { record } from "../../text/record.ts";
import { isPractice } from "../../visit/practice.ts";
import type { Visit } from "../../visit/schema.ts";
import { conclusions, footer } from "./conclusions.ts";
import { careOrder } from "./care-order.ts";
import { devices } from "./devices.ts";
import { GENERATOR } from "./generator.ts";
import { head, participants } from "./head.ts";
import { machines } from "./machines.ts";
import { html, NOTHING } from "./markup.ts";
import { state } from "./state.ts";
import { recordStyle } from "./style.ts";

/**
 * The record ("biên bản") of each visit as one self-contained HTML file for A4, to be printed, completed by hand and
 * signed.
 */
export function* recordHtml(visits: Iterable<Visit>, lang: Lang): Generator<string> {
  for (const visit of visits) yield recordPage(visit, lang);
}

function recordPage(visit: Visit, lang: Lang): string {
  const texts = record[lang];
  const mark = isPractice(visit) ? `${PRACTICE_MARK[lang]} – ` : "";
  const title = `${mark}${texts.title} – ${visit.site?.name ?? visit.id}`;
  // The style holds nothing of the visit but its id, which recordStyle reduces to hexadecimal digits.
  const style = { markup: `<style>${recordStyle(visit.id, texts.page)}</style>` };
  const page = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${{ markup: GENERATOR }}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>${style}</head>
<body>${isPractice(visit) ? html`<div class="practice">${PRACTICE_MARK[lang]}</div>` : NOTHING}${head(visit, lang)}
${participants(visit, lang)}
${state(visit, lang)}
${machines(visit, lang)}
${devices(visit.devices, lang)}
${careOrder(visit, lang)}
${conclusions(visit, lang)}
${footer(visit, lang)}
</body></html>
`;
  return page.markup;
}
