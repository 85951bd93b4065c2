import { parseArgs } from "node:util";
import { answersPart } from "./answers.ts";
import { bitsPart } from "./bits.ts";
import { fatPart } from "./fat.ts";
import { killsPart } from "./kills.ts";
import { linesPart } from "./lines.ts";
import { mutantsPart } from "./mutants.ts";
import { peersPart } from "./peers.ts";
import { powerPart } from "./power.ts";
import { receiversPart } from "./receivers.ts";
import { runPart, type Part } from "./report.ts";
import { removeScratch } from "./worlds.ts";

/**
 * What the field does to a record, and strangers to a program: `npm run test:abuse -- [--brief] [name…]`. `--brief` plays a
 * share of the rounds, every kind of them, for machines that have other work; no part begins after ten minutes of it.
 * Last line: `N passed, N failed`; exit status 1 where something did not hold.
 */

const PARTS: readonly Part[] = [
  answersPart,
  killsPart,
  powerPart,
  bitsPart,
  mutantsPart,
  linesPart,
  receiversPart,
  peersPart,
  fatPart,
];
/** After so long no further part begins in brief: what was not tried counts as failed. */
const BOUND_MS = 10 * 60 * 1000;
const BRIEF_SHARE = 0.15;

const { values, positionals: wanted } = parseArgs({ allowPositionals: true, options: { brief: { type: "boolean" } } });
const brief = values.brief === true;
const chosen = PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const started = performance.now();
let passed = 0;
let failed = 0;
for (const part of chosen) {
  if (brief && performance.now() - started > BOUND_MS) {
    process.stdout.write(`   FAILED ${part.name}: not tried, ten minutes were over\n`);
    failed += 1;
    continue;
  }
  const count = await runPart(part, brief ? BRIEF_SHARE : 1);
  passed += count.passed;
  failed += count.failed;
}
if (chosen.length === 0) failed += 1;
removeScratch();
process.stdout.write(
  `${((performance.now() - started) / 1000).toFixed(0)} s in all\n${passed} passed, ${failed} failed\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
