import type { CommandContext } from "../../base/context.ts";
import type { ExitCode } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { tableFits, tableLines, type Column } from "../../terminal/table.ts";
import { viewTime } from "../../report/csv/people.ts";
import { exchange } from "../../text/exchange.ts";
import { PRACTICE_MARK } from "../../text/practice.ts";
import type { Lang } from "../../base/languages.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { visits } from "../../text/visits.ts";
import { PRACTICE_PROFILE } from "../../visit/practice.ts";
import { shortIds } from "../../visit/queries/resolve.ts";
import { tellLeftOut } from "../shared/left-out.ts";
import { openStore } from "../../visit/store.ts";
import type { VisitSummary } from "../../visit/queries/summary.ts";

/** All visits, newest first, as a table that fits the terminal; on a narrow one, a line or two each. */
export function listVisits(context: CommandContext): ExitCode {
  const store = openStore(context.dataDir, context.lang, "read");
  try {
    const found = store.list({});
    if (found.length === 0) context.err(`${visits[context.lang].noVisits}\n`);
    else context.out(`${lines(found, context.lang, context.columns).join("\n")}\n`);
    return tellLeftOut(context, { damaged: store.records.damaged() });
  } finally {
    store.close();
  }
}

function lines(found: readonly VisitSummary[], lang: Lang, width: number): string[] {
  const texts = exchange[lang];
  const ids = shortIds(found.map(({ id }) => id));
  const cells = found.map((visit, at) => [
    ids[at] ?? visit.id,
    `${viewTime(visit.startedAt, true)}${visit.profileId === PRACTICE_PROFILE ? " *" : ""}`,
    oneLine(visit.site?.name ?? "", 100),
    visit.status === null ? "—" : labelOf("status", visit.status, lang),
    String(visit.devices),
    visit.finishedAt === null ? texts.open : texts.done,
    oneLine(visit.site?.unit.name ?? "", 100),
    labelOf("stage", visit.stage, lang),
    String(visit.answers),
  ]);
  const heads = [
    texts.id,
    texts.date,
    texts.place,
    texts.network,
    texts.devices,
    texts.state,
    texts.unit,
    texts.stage,
    texts.answers,
  ];
  const columns = heads.map((title, at): Column => ({ title, fit: at < 2 ? "whole" : "cut" }));
  // What matters most comes first, so that a narrow terminal can leave out the rest.
  const shown = [columns, columns.slice(0, 6)].find((some) => tableFits(some, cells, width));
  const rows =
    shown === undefined
      ? cells.map((row) => row.filter((cell) => cell !== "").join(" · "))
      : tableLines(shown, cells, { width, rule: true });
  // In a column that is never cut: an exercise must be told from the field on the narrowest screen.
  return found.some((visit) => visit.profileId === PRACTICE_PROFILE) ? [...rows, `* ${PRACTICE_MARK[lang]}`] : rows;
}
