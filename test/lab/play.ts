import { askIp, differences } from "./beside-ip.ts";
import { Lab } from "./lab.ts";
import { DC, HOST, INTERNET } from "./map.ts";
import { complaintsAboutRun, said, type Said } from "./measure.ts";
import { labId } from "./network/stale.ts";
import { recordBaseline, runProduct, type ProductRun } from "./product.ts";
import { LAB_PROFILE } from "./profile.ts";
import type { Scenario } from "./scenario.ts";
import { attempt } from "./shell.ts";

/** One scenario, played once. */
export interface Played {
  readonly scenario: Scenario;
  readonly run: ProductRun;
  readonly got: Said | null;
  readonly complaints: readonly string[];
}

export interface PlayOptions {
  readonly fromSource: boolean;
  /** Play the Windows build, under Wine. */
  readonly windows: boolean;
  /** Only make and mend the faults: tests the laboratory itself. */
  readonly dry: boolean;
  readonly labs: number;
  /** Limits of time are multiplied by it: 1, or more on a machine that is busy with other work. */
  readonly timeFactor: number;
  /** Each scenario is played so often. */
  readonly repeat: number;
  onPlayed(played: Played): Promise<void>;
}

/**
 * Plays scenarios on up to `labs` laboratories side by side; those that need the machine for themselves come last,
 * alone.
 */
export async function playAll(scenarios: readonly Scenario[], options: PlayOptions): Promise<Played[]> {
  const runs = scenarios.flatMap((scenario) => Array.from({ length: options.repeat }, () => scenario));
  const shared = runs.filter((scenario) => !wantsQuiet(scenario));
  const alone = runs.filter(wantsQuiet);
  const played: Played[] = [];
  const number = Math.max(1, Math.min(options.labs, shared.length));
  const places = Array.from({ length: number }, (_, index) => labId(process.pid, index));
  const standing = new Map(await Promise.all(places.map(async (id) => [id, await Lab.build(id)] as const)));
  const take = async (queue: Scenario[], id: string): Promise<void> => {
    for (let scenario = queue.shift(); scenario !== undefined; scenario = queue.shift()) {
      const lab = standing.get(id) ?? (await Lab.build(id));
      standing.set(id, lab);
      const one = await play(lab, scenario, options).catch((error: unknown) => broken(scenario, error));
      // What the fault has left behind nobody knows: the next scenario gets a new world.
      if (one.run === NOT_RUN && !options.dry) {
        standing.delete(id);
        await lab.close();
      }
      played.push(one);
      await options.onPlayed(one);
    }
  };
  try {
    const queue = [...shared];
    await Promise.all(places.map((id) => take(queue, id)));
    await take([...alone], places[0] ?? labId(process.pid, 0));
    return played;
  } finally {
    await Promise.all([...standing.values()].map((lab) => lab.close()));
  }
}

function broken(scenario: Scenario, error: unknown): Played {
  return { scenario, run: NOT_RUN, got: null, complaints: [`the laboratory itself: ${String(error)}`] };
}

// Where no fault holds the scan up its time is that of the machine, which must not be busy with another laboratory.
function wantsQuiet(scenario: Scenario): boolean {
  return scenario.alone === true || scenario.expect.cause === null;
}

const NOT_RUN: ProductRun = { ms: 0, startedAtMs: 0, exitCode: 0, document: null, trouble: "not run" };

async function play(
  lab: Lab,
  scenario: Scenario,
  { fromSource, windows, dry, timeFactor }: PlayOptions,
): Promise<Played> {
  const profile = scenario.profile?.(LAB_PROFILE) ?? LAB_PROFILE;
  const baseline = scenario.baseline === true && !dry;
  try {
    if (baseline) await recordBaseline(lab, { fromSource, windows, profile: LAB_PROFILE });
    await scenario.inject(lab);
    // Nothing may be known from the time before the fault.
    await lab.flush();
    if (dry) return { scenario, run: NOT_RUN, got: null, complaints: [] };
    const run = await runProduct(lab, { fromSource, windows, profile, baseline });
    const beside = windows && run.document !== null ? differences(run.document.evidence, await askIp(lab)) : [];
    const got = run.document === null ? null : said(run.document.verdict);
    return {
      scenario,
      run,
      got,
      complaints: [...complaintsAboutRun(run, windows ? withWine(scenario) : scenario, timeFactor), ...beside],
    };
  } finally {
    await scenario.heal?.(lab);
    await lab.heal();
    await assertHealthy(lab, scenario.id);
  }
}

/** Seconds that Wine takes to start a program, which on Windows itself takes none. */
const WINE_STARTS = 5;

/** The scenario as it is to come out under Wine. */
export function withWine(scenario: Scenario): Scenario {
  const { wine, mostSeconds } = scenario;
  const limit = wine === undefined ? {} : { expect: wine.expect, mustNotSay: wine.mustNotSay ?? [] };
  return { ...scenario, ...limit, mostSeconds: mostSeconds + WINE_STARTS };
}

/** A cure that did not take would blame the next scenario. */
async function assertHealthy(lab: Lab, after: string): Promise<void> {
  const targets = [`https://${HOST.onestop}/`, `https://${HOST.dvcqg}/`, `http://${HOST.probe}/`];
  const curl = ["curl", "-sS", "--max-time", "4", "--cacert", `${lab.folder}/root.pem`];
  const results = await Promise.all([
    ...targets.map((target) => attempt("ip", ["netns", "exec", lab.ns("laptop"), ...curl, target], 6000)),
    ...[DC.mail, INTERNET.controlForeign].map((address) =>
      attempt("ip", ["netns", "exec", lab.ns("laptop"), "ping", "-c1", "-W2", address], 6000),
    ),
  ]);
  const sick = results.filter((result) => result.code !== 0);
  if (sick.length > 0)
    throw new Error(
      `the laboratory did not recover from ${after}: ${sick.map((result) => result.stderr + result.stdout).join("\n")}`,
    );
}
