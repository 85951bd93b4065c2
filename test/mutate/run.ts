import { availableParallelism } from "node:os";
import { instrumentAll } from "./load.ts";
import { startRunner, type Covered, type Fate, type Runner } from "./pool.ts";
import { reasonFor, unusedReasons } from "./reasons.ts";
import type { Mutant } from "./sites.ts";

/** A mutant is tried on tests for at least this long; loops without an end are the reason for a limit. */
const PATIENCE_MS = 60_000;
/** And for so many times what they took without one: a busy machine is no loop, and would count as noticed. */
const SLOWER = 10;
/** Tests that take longer search at random over thousands of answers: they belong to `npm test`, not here. */
const MOST_MS = 100;
/** Share of mutants that the tests must notice. */
const WANTED = 0.9;

const only = process.argv.slice(2);
const { mutants, code } = instrumentAll();
const chosen = mutants.filter((one) => only.length === 0 || only.some((part) => one.file.includes(part)));
const covered = await measured();
const wholeMs = covered.reduce((sum, { ms }) => sum + (ms <= MOST_MS ? ms : 0), 0);
const patienceMs = Math.max(PATIENCE_MS, SLOWER * wholeMs);
const fates = new Map<number, Fate>();
await Promise.all(shares(chosen).map(tryAll));
process.exitCode = told();

async function measured(): Promise<Covered> {
  const runner = startRunner(code, 0, 10 * PATIENCE_MS);
  const first = await runner.ready;
  await runner.end();
  if (first.kind !== "covered") throw new Error(first.kind === "broken" ? first.why : "the tests were not run");
  const wrong = first.tests.filter((one) => one.failed).map((one) => one.name);
  if (wrong.length > 0) throw new Error(`fail without any mutant: ${wrong.join("; ")}`);
  process.stderr.write(`${first.tests.length} tests, ${chosen.length} mutants\n`);
  return first.tests;
}

/** Tests that pass a place, the quickest first; those that pass a place while a module is loaded are not known: all. */
function testsOf(mutant: Mutant): number[] {
  const site = siteOf(mutant);
  return [...covered.keys()]
    .filter((index) => (covered[index]?.ms ?? 0) <= MOST_MS)
    .filter((index) => mutant.atLoad || covered[index]?.passed.includes(site))
    .toSorted((a, b) => (covered[a]?.ms ?? 0) - (covered[b]?.ms ?? 0));
}

/** A place with several ways to break it is passed under the id of the first. */
function siteOf(mutant: Mutant): number {
  let id = mutant.id;
  while (isSamePlace(mutants[id - 2], mutant)) id -= 1;
  return id;
}

function isSamePlace(other: Mutant | undefined, mutant: Mutant): boolean {
  return other !== undefined && other.file === mutant.file && other.at === mutant.at;
}

async function tryAll(share: readonly Mutant[]): Promise<void> {
  let runner: Runner | null = null;
  for (const mutant of share) {
    const tests = testsOf(mutant);
    if (tests.length === 0) {
      fates.set(mutant.id, null);
      continue;
    }
    if (mutant.atLoad) {
      fates.set(mutant.id, await triedAtLoad(mutant, tests));
      continue;
    }
    if (runner === null) {
      runner = startRunner(code, -1, patienceMs);
      await runner.ready;
    }
    const fate = await runner.tried(mutant.id, tests);
    fates.set(mutant.id, fate);
    if (fate === "no end" || fate === "ended") runner = null;
  }
  await runner?.end();
}

async function triedAtLoad(mutant: Mutant, tests: readonly number[]): Promise<Fate> {
  const runner = startRunner(code, mutant.id, patienceMs);
  const first = await runner.ready;
  const fate = first.kind === "broken" ? first.why : await runner.tried(mutant.id, tests);
  await runner.end();
  return fate;
}

/** Every second mutant to each thread, so that slow files are shared. */
function shares(all: readonly Mutant[]): readonly (readonly Mutant[])[] {
  const threads = availableParallelism();
  return Array.from({ length: threads }, (_, thread) => all.filter((_one, index) => index % threads === thread));
}

/** Prints the survivors and the score; 1 where the tests notice too few, or one survives without a reason. */
function told(): number {
  const survivors = chosen.filter((one) => fates.get(one.id) === null);
  const open = survivors.filter((one) => reasonFor(one) === null);
  for (const one of survivors)
    process.stdout.write(
      `${one.file}:${one.line} ${one.original} -> ${one.mutation}${reasonFor(one) === null ? "" : ` (${reasonFor(one)})`}\n`,
    );
  for (const one of only.length === 0 ? unusedReasons(survivors) : [])
    process.stdout.write(`a reason for a mutant that does not survive: ${one}\n`);
  const killed = chosen.length - survivors.length;
  const share = killed / chosen.length;
  process.stdout.write(`${killed} of ${chosen.length} mutants noticed, ${open.length} survive without a reason\n`);
  process.stdout.write(`score ${(share * 100).toFixed(1)} %\n`);
  return share >= WANTED && open.length === 0 ? 0 : 1;
}
