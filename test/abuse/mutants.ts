import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { run as judgeRun } from "../../src/commands/judge.ts";
import { run as reportRun } from "../../src/commands/report.ts";
import { run as visitsRun } from "../../src/commands/visits.ts";
import { throughDoor } from "../../src/terminal/door.ts";
import { openStore } from "../../src/visit/store.ts";
import { RAW } from "../terminal/poison.ts";
import { mutated } from "./mutate-json.ts";
import type { Part, Report } from "./report.ts";
import { call, scratch, seeded, weekOf, type Outcome } from "./worlds.ts";

const EACH = 2500;
const LIMIT_MS = 20_000;
const recorded = z.object({ evidence: z.unknown() });

/** 5 000 changed evidence and visit files: each ends in a verdict or in a sentence, and none leaves a trace in the store. */
export const mutantsPart: Part = {
  name: "mutants",
  async run(report) {
    await evidence(report);
    await visits(report);
  },
};

function fine(report: Report, what: string, outcome: Outcome, ends: readonly number[]): void {
  const shown = throughDoor(`${outcome.out}\n${outcome.err}`);
  const says = outcome.status === 0 || shown.trim() !== "";
  const detail = outcome.bug ?? `${outcome.status}, ${outcome.ms.toFixed(0)} ms, ${outcome.err}`;
  report.check(
    what,
    outcome.bug === null && ends.includes(outcome.status) && says && !RAW.test(shown) && outcome.ms < LIMIT_MS,
    detail,
  );
}

async function evidence(report: Report): Promise<void> {
  const folder = path.join(import.meta.dirname, "../../fixtures/evidence");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const random = seeded(50);
  const place = scratch();
  const ends = new Map<number, number>();
  const rounds = report.rounds(EACH);
  for (let round = 0; round < rounds; round += 1) {
    const name = names[Math.floor(random() * names.length)] ?? "";
    const right = JSON.stringify(recorded.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8"))).evidence);
    const file = path.join(place, "mutant.json");
    writeFileSync(file, mutated(right, random));
    const outcome = await call(
      judgeRun,
      place,
      [file],
      round % 3 === 0 ? { json: true } : { explain: round % 3 === 1 },
    );
    fine(report, `evidence ${round} (${name})`, outcome, [0, 1, 2, 3, 78]);
    ends.set(outcome.status, (ends.get(outcome.status) ?? 0) + 1);
  }
  report.note(`${rounds} evidence files ended with ${told(ends)}`);
  report.check(
    "evidence: both verdicts and refusals came",
    (ends.get(78) ?? 0) > rounds / 20 && (ends.get(78) ?? 0) < rounds,
    told(ends),
  );
}

async function visits(report: Report): Promise<void> {
  const all = weekOf(9).map((each) => JSON.stringify(each));
  const random = seeded(51);
  const folder = scratch();
  const ends = new Map<number, number>();
  const rounds = report.rounds(EACH);
  for (let round = 0; round < rounds; round += 1) {
    const text = mutated(all[Math.floor(random() * all.length)] ?? "{}", random);
    const name = ["mutant.json", "mutant.ndjson"][round % 2] ?? "";
    const file = path.join(folder, name);
    writeFileSync(file, text);
    const outcome = await call(visitsRun, folder, ["import", file], round % 5 === 0 ? { conflicts: "take" } : {});
    fine(report, `visit ${round}`, outcome, [0, 2, 78]);
    ends.set(outcome.status, (ends.get(outcome.status) ?? 0) + 1);
  }
  report.note(`${rounds} visit files ended with ${told(ends)}`);
  const store = openStore(folder, "en");
  report.check("visits: the store is whole after all of them", store.records.checkAll().length === 0);
  const ids = store.list({}).map(({ id }) => id);
  store.close();
  report.check("visits: some were taken", ids.length > 0, `${ids.length}`);
  for (const table of ["visits", "devices", "survey", "findings", "systems", "needs", "priority"])
    for (const format of ["csv", "text", "json"])
      fine(
        report,
        `visits: ${table} as ${format}`,
        await call(reportRun, folder, [], { all: true, table, format }),
        [0, 2],
      );
  for (const id of ids.slice(0, 40))
    for (const format of ["html", "text"])
      fine(report, `visits: ${id} as ${format}`, await call(reportRun, folder, [id], { format }), [0, 2]);
}

const told = (ends: ReadonlyMap<number, number>): string =>
  [...ends]
    .toSorted(([a], [b]) => a - b)
    .map(([status, count]) => `${status}: ${count}`)
    .join(", ");
