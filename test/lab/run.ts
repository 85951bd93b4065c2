import { writeFile } from "node:fs/promises";
import { execa } from "execa";
import { loadScenarios } from "./load.ts";
import { removeNamespace, removeStale, labId } from "./network/stale.ts";
import { widenNeighbourTable } from "./network/neighbour-table.ts";
import { ROLES } from "./map.ts";
import { namespaceOf } from "./network/topology.ts";
import { playOffices } from "./office.ts";
import { PEER_ROWS } from "./peers/index.ts";
import { countOf, peersPage } from "./peers/result.ts";
import { playAll, type Played } from "./play.ts";
import { recordEvidence } from "./record.ts";
import type { Scenario } from "./scenario.ts";
import { lostByWine, prepareWine } from "./wine.ts";
import { DAILY } from "./daily.ts";
import { LEAST_READ } from "./facts-read.ts";
import { tooRarelyRead, windowsTable } from "./windows-table.ts";
import { confusionMatrix, resultTable } from "./table.ts";

/**
 * The fault laboratory: `npm run test:lab -- [--labs=N] [--source] [--built] [--dry] [--list] [--compare] [name…]`, as
 * root. LAB_REPEAT=n plays each scenario n times; LAB_TIME_FACTOR=2 doubles the limits of time on a busy machine;
 * LAB_RECORD=1 stores the evidence of each under fixtures/evidence. --source runs the sources instead of the bundle,
 * --built the bundle that is there; --dry only makes and mends the faults; --compare shows what ordinary tools say of
 * the same faults instead (compare/run.ts). --windows plays the Windows build under Wine (WINE_ROOT,
 * test/windows/wine-root.sh), --daily forty scenarios of all; --peers the rows of other tools' own tests (docs/peers.md);
 * --offices only several computers in one visit, which otherwise come last. Last line: `N passed, N failed`; exit status 1
 * where a verdict was wrong.
 */

const flags = process.argv.slice(2).filter((arg) => arg.startsWith("--"));
const filters = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const labs = Number(flags.find((flag) => flag.startsWith("--labs="))?.slice(7) ?? 2);
const fromSource = flags.includes("--source");
const repeat = Math.max(1, Number(process.env["LAB_REPEAT"] ?? 1));
const timeFactor = Number(process.env["LAB_TIME_FACTOR"] ?? 1);
const windows = flags.includes("--windows");
const built = flags.includes("--built");
const dry = flags.includes("--dry");
const record = process.env["LAB_RECORD"] === "1";

/** Folder for the whole document of every run, for whoever works on a rule. */
const keep = process.env["LAB_KEEP"];

let wrongPlays = 0;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const daily = flags.includes("--daily");
const peers = flags.includes("--peers");
const loaded = peers ? await peerScenarios(filters) : await loadScenarios(filters);
const scenarios = flags.includes("--offices") ? [] : daily ? loaded.filter((one) => DAILY.includes(one.id)) : loaded;
if (flags.includes("--list")) {
  for (const scenario of scenarios) say(`${scenario.id}  ${scenario.fault}`);
  process.exit(0);
}
if (process.getuid?.() !== 0) {
  process.stderr.write("The laboratory makes network namespaces and needs root: sudo npm run test:lab\n");
  process.exit(77);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void leave());

async function leave(): Promise<void> {
  for (let number = 0; number < Math.max(labs, 1); number += 1)
    for (const role of ROLES) await removeNamespace(namespaceOf(labId(process.pid, number), role));
  process.exit(130);
}

if (!fromSource && !dry && !built)
  await execa("npm", ["run", "build", "--silent"], { stdout: "ignore", stderr: "inherit" });
// It ends the process itself.
if (flags.includes("--compare")) await import("./compare/run.ts");

if (windows) {
  const missing = await prepareWine();
  if (missing !== null) {
    process.stderr.write(`NOTHING WAS PLAYED ON WINDOWS: ${missing}\n`);
    process.exit(77);
  }
}
await removeStale();
const narrow = await widenNeighbourTable();
const started = performance.now();
const played = await playAll(scenarios, {
  fromSource,
  windows,
  dry,
  labs,
  repeat,
  timeFactor,
  onPlayed: async (one) => {
    say(line(one));
    if (keep !== undefined && one.run.document !== null)
      await writeFile(`${keep}/${keptName(one)}.json`, JSON.stringify(one.run.document));
    if (record && one.complaints.length === 0) await recordEvidence(one, windows);
  },
});
const unsteady = repeat === 1 && !dry ? await playAgain(played.filter((one) => one.complaints.length > 0)) : [];
for (const { first, second } of unsteady) played[played.indexOf(first)] = second;
const order = (one: Played): number => scenarios.indexOf(one.scenario);
played.sort((a, b) => order(a) - order(b));
const failed = played.filter((one) => one.complaints.length > 0);
// Several computers in one visit, with the Linux form: what is proven is what the visit says of them.
const withOffices = !windows && !dry && repeat === 1 && (filters.length === 0 || flags.includes("--offices"));
const offices = withOffices ? await playOffices(say) : new Map<string, readonly string[]>();
const wrongOffices = [...offices].filter(([, complaints]) => complaints.length > 0);
say(`\n${resultTable(played)}\n\n${confusionMatrix(played)}\n`);
if (windows) say(`${windowsTable(played)}\n`);
if (lostByWine() > 0) say(`LOST BY WINE, and started again: ${lostByWine()} programs`);
for (const { first } of unsteady)
  say(`UNSTEADY ${first.scenario.id}: once ${first.complaints.join("; ")}; right in two more plays`);
for (const one of failed) say(`FAIL ${one.scenario.id}: ${one.complaints.join("; ")}`);
const flapping = scenarios.filter(
  (scenario) =>
    new Set(played.filter((one) => one.scenario === scenario).map((one) => one.got?.causes.join())).size > 1,
);
if (repeat > 1)
  say(
    `${flapping.length} of ${scenarios.length} verdicts flapped${flapping.map((scenario) => ` ${scenario.id}`).join()}`,
  );
say(`${Math.round((performance.now() - started) / 1000)} s in all`);
await removeStale();
await narrow();
// Bindings that read nothing must not pass, whatever the verdicts say.
const unread = windows && !daily && filters.length === 0 ? tooRarelyRead(played) : [];
for (const fact of unread) say(`FAIL ${fact} was read in fewer than ${String(LEAST_READ)} scenarios`);
if (peers && filters.length === 0 && !dry) {
  await writeFile(new URL("../../docs/peers.md", import.meta.url), peersPage(PEER_ROWS, played));
  for (const mark of ["right", "weak", "wrong"] as const)
    say(`${mark}: ${String(countOf(PEER_ROWS, played, mark))} of ${String(PEER_ROWS.length)} rows`);
}
for (const [id, complaints] of wrongOffices) say(`FAIL ${id}: ${complaints.join("; ")}`);
// A program of ours that took itself down would hide behind Wine: now and then is bad luck, every fifth play is not.
if (lostByWine() > played.length / 5) wrongOffices.push(["wine", [`lost ${lostByWine()} programs`]]);
const wellOffices = [...offices.values()].filter((complaints) => complaints.length === 0).length;
const passed = played.length - failed.length + wellOffices;
const wrong = failed.length + unread.length + wrongOffices.length;
say(`${passed} passed, ${wrong} failed`);
process.exit(wrong === 0 ? 0 : 1);

/** What the rows of the peers' suites play, each once. */
async function peerScenarios(wanted: readonly string[]): Promise<Scenario[]> {
  const known = new Map((await loadScenarios([])).map((one) => [one.id, one]));
  const rows = PEER_ROWS.map(({ play }) => {
    const scenario = typeof play === "string" ? known.get(play) : play;
    if (scenario === undefined) throw new Error(`no scenario ${typeof play === "string" ? play : play.id}`);
    return scenario;
  });
  return [...new Set(rows)].filter(
    ({ id }) => wanted.length === 0 || wanted.some((filter) => id.toLowerCase().includes(filter.toLowerCase())),
  );
}

/**
 * In the daily form a scenario that came out wrong is played twice more, by itself: where chance drops packets the
 * majority of three decides, and the table says so. The nightly form (LAB_REPEAT) forgives nothing. More than a handful
 * wrong is no chance.
 */
async function playAgain(wrong: readonly Played[]): Promise<{ readonly first: Played; readonly second: Played }[]> {
  if (wrong.length === 0 || wrong.length > 5) return [];
  say("\nplayed again:");
  const again = await playAll(
    wrong.map((one) => one.scenario),
    { fromSource, windows, dry, labs: 1, repeat: 2, timeFactor, onPlayed: async (one) => say(line(one)) },
  );
  return wrong.flatMap((first) => {
    const plays = again.filter((one) => one.scenario === first.scenario);
    const [second] = plays;
    return second !== undefined && plays.every((one) => one.complaints.length === 0) ? [{ first, second }] : [];
  });
}

/** Of many plays only those that came out wrong are worth keeping apart. */
function keptName({ scenario, complaints }: Played): string {
  if (complaints.length === 0) return scenario.id;
  wrongPlays += 1;
  return `${scenario.id}.wrong-${String(wrongPlays)}`;
}

function line(one: Played): string {
  const verdict = one.got === null ? "no verdict" : `${one.got.status} ${one.got.causes.join(", ")}`;
  return `${one.complaints.length === 0 ? "ok  " : "FAIL"} ${one.scenario.id.padEnd(32)} ${(one.run.ms / 1000).toFixed(2).padStart(6)} s  ${verdict}${
    one.complaints.length === 0 ? "" : `\n       ${one.complaints.join("\n       ")}`
  }`;
}
