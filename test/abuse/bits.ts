import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../../src/base/canonical.ts";
import { run as reportRun } from "../../src/commands/report.ts";
import { run as visitsRun } from "../../src/commands/visits.ts";
import { holds, exportMark } from "../../src/visit/exchange/mark.ts";
import type { Part, Report } from "./report.ts";
import { call, filled, scratch, seeded, stored, weekOf, type Outcome } from "./worlds.ts";

const STORES = 200;
/** No command may hang on a damaged file. */
const LIMIT_MS = 20_000;
/** Done, done but not everything, or a file that cannot be used at all: said in words. */
const ENDS: readonly number[] = [0, 2, 78];

/**
 * A store with some bits flipped anywhere, 200 times: nothing goes out that is not what was written, what is whole goes
 * out, every command ends in words, and a rescue brings at least what an export does.
 */
export const bitsPart: Part = {
  name: "bits",
  async run(report) {
    const { folder, visits } = filled(weekOf(14));
    const right = readFileSync(path.join(folder, "visits.db"));
    const hashes = new Set(visits.map(contentHash));
    const random = seeded(200);
    const seen = { untouched: 0, partly: 0, refused: 0, rescued: 0 };
    const stores = report.rounds(STORES);
    for (let round = 0; round < stores; round += 1) {
      const place = scratch();
      const bytes = Buffer.from(right);
      const flips = [1, 1, 2, 4, 16, 64][round % 6] ?? 1;
      for (let flip = 0; flip < flips; flip += 1) {
        // Every fifth store is hit in its first page, where its head and schema are.
        const at = Math.floor(random() * (round % 5 === 0 ? 4096 : bytes.length));
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      }
      writeFileSync(path.join(place, "visits.db"), bytes);
      const out = await onePass(report, round, place, hashes, visits.length);
      if (out.status === 0) seen.untouched += 1;
      else if (out.status === 2) seen.partly += 1;
      else seen.refused += 1;
      if (out.rescued === visits.length) seen.rescued += 1;
    }
    report.note(
      `${stores} stores: ${seen.untouched} gave everything, ${seen.partly} all but the damaged, ${seen.refused} were refused; ` +
        `a rescue brought all visits of ${seen.rescued} back`,
    );
  },
};

async function onePass(
  report: Report,
  round: number,
  place: string,
  hashes: ReadonlySet<string>,
  all: number,
): Promise<{ readonly status: number; readonly rescued: number }> {
  const file = path.join(place, "out.ndjson");
  const said = (what: string, outcome: Outcome, ends = ENDS): void => {
    const detail = outcome.bug ?? `${outcome.status} ${outcome.err}`;
    report.check(
      `store ${round}: ${what} ends in words`,
      ends.includes(outcome.status) && outcome.bug === null && outcome.ms < LIMIT_MS,
      detail,
    );
    if (outcome.status !== 0) report.check(`store ${round}: ${what} says why`, outcome.err.length > 20, outcome.err);
  };
  const before = readFileSync(path.join(place, "visits.db"));
  const rescue = await call(visitsRun, place, ["rescue"], { output: path.join(place, "rescued", "visits.db") });
  said("rescue", rescue);
  report.check(
    `store ${round}: a rescue leaves the store as it is`,
    readFileSync(path.join(place, "visits.db")).equals(before),
  );
  const exported = await call(visitsRun, place, ["export"], { all: true, output: file });
  said("export", exported);
  const went = exported.status === 78 ? [] : linesOf(file);
  const wrong = went.filter((hash) => !hashes.has(hash));
  report.check(
    `store ${round}: only what was written goes out`,
    wrong.length === 0,
    `${wrong.length} of ${went.length}`,
  );
  report.check(`store ${round}: 0 means everything`, exported.status !== 0 || went.length === all, `${went.length}`);
  for (const options of [
    { all: true, table: "devices", format: "csv" },
    { all: true, table: "findings", format: "json" },
    { priority: true },
    { needs: true },
  ])
    said(`report ${JSON.stringify(options)}`, await call(reportRun, place, [], options));
  said("list", await call(visitsRun, place, ["list"], {}));
  const check = await call(visitsRun, place, ["check"], {});
  said("check", check);
  report.check(
    `store ${round}: a check sees what an export had to leave out`,
    exported.status !== 2 || check.status !== 0,
    check.out,
  );
  const back = rescue.status === 78 ? [] : stored(path.join(place, "rescued"));
  // A visit may come back in part, told as such; those that are whole are what was written.
  const whole = back.filter((each) => hashes.has(contentHash(each))).length;
  report.check(
    `store ${round}: a rescue brings no less than an export`,
    whole >= went.length,
    `${whole} < ${went.length}`,
  );
  return { status: exported.status, rescued: whole };
}

/** Content hashes of the visits in an export, each held against its own digest. */
function linesOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { export: mark, ...content } = JSON.parse(line) as Record<string, unknown>;
      const hash = contentHash(content);
      return holds(hash, exportMark.parse(mark)) ? hash : "does not hold";
    });
}
