import type { CommandContext } from "../../base/context.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { checklist } from "../../text/checklist.ts";
import type { Lang } from "../../base/languages.ts";
import type { VisitStore } from "../../visit/store.ts";
import type { VisitSummary } from "../../visit/queries/summary.ts";
import type { Option, Ui } from "../../terminal/prompts/ui.ts";
import { placeLine } from "./site-flow.ts";

const NEW = "new";
const SHOWN = 20;

export type Picked =
  | { readonly kind: "resume"; readonly id: string }
  | { readonly kind: "new" }
  | { readonly kind: "back" };

/**
 * Offers the unfinished visits with place, number of answers and age, and a new one; never goes on silently.
 * `new` also where there is nothing to go on with; `back` where the person left.
 */
export async function pickVisit(context: CommandContext, ui: Ui, store: VisitStore): Promise<Picked> {
  const texts = checklist[context.lang];
  const unfinished = store.list({ finished: false, limit: SHOWN });
  if (unfinished.length === 0) return { kind: "new" };
  const options: Option[] = unfinished.map((visit) => ({
    value: visit.id,
    name: visitLine(visit, context.now(), context.lang),
  }));
  const reply = await ui.choose({
    message: texts.resumeAsk,
    options: [...options, { value: NEW, name: texts.resumeNew }],
  });
  if (reply.kind !== "answer") return { kind: "back" };
  return reply.value === NEW ? { kind: "new" } : { kind: "resume", id: reply.value };
}

/** "Lượt chưa xong: Hàm Ninh, 12 câu, 2 giờ trước" */
function visitLine(visit: VisitSummary, now: number, lang: Lang): string {
  return checklist[lang].resumeOne(placeName(visit.site, lang), visit.answers, ageText(now - visit.updatedMs, lang));
}

export function placeName(site: VisitSummary["site"], lang: Lang): string {
  if (site === null) return checklist[lang].noPlace;
  return oneLine(site.name === "" ? placeLine(site, lang) : `${site.name} – ${placeLine(site, lang)}`, 100);
}

export function ageText(ms: number, lang: Lang): string {
  const texts = checklist[lang];
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return texts.ageNow;
  if (minutes < 60) return texts.ageMinutes(minutes);
  return minutes < 48 * 60 ? texts.ageHours(Math.floor(minutes / 60)) : texts.ageDays(Math.floor(minutes / 1440));
}
