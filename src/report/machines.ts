import { describeMachines, type OfficeMachine, type OfficeTold } from "../explain/machines.ts";
import { blames, reach, triedSystems } from "../judge/machines.ts";
import type { Lang } from "../base/languages.ts";
import { machines as texts } from "../text/machines.ts";
import { tableLines, type Column } from "../terminal/table.ts";
import { wrap } from "../terminal/wrap.ts";
import type { Visit } from "../visit/schema.ts";

/** The computers of a visit, that of the technician first; empty where no other was looked at. */
export function machinesOf({ scan, machines = [] }: Visit): OfficeMachine[] {
  if (machines.length === 0) return [];
  const others = machines.map((one) => ({
    id: one.id,
    name: one.name,
    verdict: one.scan.verdict,
    profile: one.scan.evidence.profile,
  }));
  const first = scan === null ? [] : [{ id: "", name: null, verdict: scan.verdict, profile: scan.evidence.profile }];
  return [...first, ...others];
}

/** The computers of a visit for a program: how each came out, which systems it gets into, and whose fault it is. */
export function machinesDocument(visit: Visit): object {
  const all = machinesOf(visit);
  const systems = triedSystems(all);
  return {
    machines: all.map(({ id, name, verdict }) => ({
      id,
      name,
      status: verdict.status,
      cause: verdict.findings[0]?.cause ?? null,
      systems: Object.fromEntries(systems.map((system) => [system, reach(verdict, system)])),
    })),
    faults: blames(all),
  };
}

/** Systems with the numbers of their signs. */
export function numbered({ systems }: OfficeTold): string {
  return systems.map((name, at) => `${at + 1} ${name}`).join("; ");
}

/** The computers as text: what they say together, then computer × system; empty where only one was looked at. */
export function machinesText(visit: Visit, lang: Lang, width: number): string {
  const all = machinesOf(visit);
  if (all.length === 0) return "";
  const words = texts[lang];
  const told = describeMachines(all, lang);
  const columns: readonly Column[] = [
    { title: words.machine, fit: "wrap" },
    { title: words.result, fit: "wrap" },
    { title: words.cause, fit: "wrap" },
    { title: words.signs(told.systems.length) },
  ];
  const rows = told.rows.map(({ name, status, cause, signs }) => [name, status, cause, signs]);
  return [
    words.title,
    ...told.sentences.map((line) => wrap(line, width)),
    "",
    ...tableLines(columns, rows, { width }),
    wrap(words.legend(numbered(told)), width),
  ].join("\n");
}
