import type { Lang } from "../../base/languages.ts";
import { PRACTICE_MARK } from "../../text/practice.ts";
import { record } from "../../text/record.ts";
import { isPractice } from "../../visit/practice.ts";
import type { Photo } from "../../visit/photos.ts";
import type { Visit } from "../../visit/schema.ts";
import { acceptance } from "./acceptance.ts";
import { conclusions, footer } from "./conclusions.ts";
import { careOrder } from "./care-order.ts";
import { devices } from "./devices.ts";
import { GENERATOR } from "./generator.ts";
import { head, participants } from "./head.ts";
import { machines } from "./machines.ts";
import { html, NOTHING } from "./markup.ts";
import { photos } from "./photos.ts";
import { safetyBox } from "./safety.ts";
import { state, systems } from "./state.ts";
import { recordStyle } from "./style.ts";

/** What the paper needs beyond the visit itself. */
export interface RecordSources {
  /** The visit before the repair, for the record of acceptance; null where there is none. */
  before(visit: Visit): Visit | null;
  /** A photo as a data address, small; null where it cannot be shown. */
  photo(visit: Visit, photo: Photo): string | null;
}

/** Nothing but the visit. */
const NO_SOURCES: RecordSources = { before: () => null, photo: () => null };

/**
 * The record ("biên bản") of each visit as one self-contained HTML file for A4, to be printed, completed by hand and
 * signed. A visit after repair gives the record of acceptance.
 */
export function* recordHtml(
  visits: Iterable<Visit>,
  lang: Lang,
  sources: RecordSources = NO_SOURCES,
): Generator<string> {
  for (const visit of visits) yield recordPage(visit, lang, sources);
}

function recordPage(visit: Visit, lang: Lang, sources: RecordSources): string {
  const texts = record[lang];
  const mark = isPractice(visit) ? `${PRACTICE_MARK[lang]} – ` : "";
  const title = `${mark}${texts.title} – ${visit.site?.name ?? visit.id}`;
  // The style holds nothing of the visit but its id, which recordStyle reduces to hexadecimal digits.
  const style = { markup: `<style>${recordStyle(visit.id)}</style>` };
  const page = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${{ markup: GENERATOR }}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${title}</title>${style}</head>
<body><main>${isPractice(visit) ? html`<div class="practice">${PRACTICE_MARK[lang]}</div>` : NOTHING}${head(visit, lang)}
${safetyBox(visit, lang)}
${participants(visit, lang)}
${state(visit, lang)}
${machines(visit, lang)}
${visit.stage === "after" ? acceptance(sources.before(visit), visit, lang) : NOTHING}
${devices(visit.devices, lang)}
${conclusions(visit, lang)}
${systems(visit, lang)}
${careOrder(visit, lang)}
${photos(visit, lang, (photo) => sources.photo(visit, photo))}
${footer(visit, lang)}
</main></body></html>
`;
  return page.markup;
}
