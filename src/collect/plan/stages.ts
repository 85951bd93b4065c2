import type { CollectContext } from "../context.ts";
import { createTrustStore } from "../endpoint/trust.ts";
import { createTimeoutPolicy } from "../net/timeout-policy.ts";
import type { ScanInput } from "../scan-input.ts";
import { afterProbes } from "./after-stage.ts";
import { timeBudget } from "./budget.ts";
import { agentsStage, callsStage } from "./calls-stage.ts";
import { controlsStage, httpControlStage } from "./controls-stage.ts";
import { gatewayStage } from "./gateway-stage.ts";
import type { ScanGroup } from "../../cli/option-values.ts";
import { groupFilter } from "./groups.ts";
import { inventoryStage } from "./inventory-stage.ts";
import { laptopView } from "./laptop-view.ts";
import { lineQuality, ownNetworkQuality, packetSize, quietLine } from "./line-stage.ts";
import { startNames } from "./names.ts";
import { isSilentLine, pathStage } from "./path-stage.ts";
import { proxyStage } from "./proxy-stage.ts";
import type { Recorder } from "./recorder.ts";
import { sweepStage } from "./sweep-stage.ts";
import { systemsStage } from "./systems-stage.ts";
import type { Work } from "./work.ts";

/** Every stage, and the group that asks for it. */
const STAGES = {
  laptop: "laptop",
  gateway: "gateway",
  dns: "dns",
  controls: "controls",
  page: "controls",
  proxy: "proxy",
  systems: "systems",
  agents: "systems",
  stun: "stun",
  sweep: "sweep",
  inventory: "inventory",
  mtu: "mtu",
  line: "quality",
  ownNetwork: "quality",
  path: "path",
  after: "laptop",
} as const satisfies Readonly<Record<string, ScanGroup>>;
type Stage = keyof typeof STAGES;
const STAGE_NAMES = Object.keys(STAGES).filter((name): name is Stage => name in STAGES);

/**
 * All stages of a scan, each started as soon as what it needs is there:
 *
 *     laptop ─┬─ gateway ────────────┬─ quality, load ─┐
 *             ├─ dns ──┬─ systems ───┼─ path ──────────┴─ after
 *             │        └─ http page ─┤
 *             ├─ controls ─ mtu ─────┘
 *             ├─ proxy
 *             └─ sweep, inventory (beside everything)
 *
 * A stage that breaks is told to `onFault`; the others go on.
 */
export async function runStages(
  input: ScanInput,
  context: CollectContext,
  recorder: Recorder,
  onFault: (stage: string, error: unknown) => void,
): Promise<void> {
  const budget = timeBudget(input.deadlineMs);
  const wants = groupFilter(input.only, input.skip);
  const runs = (name: Stage): boolean => wants(STAGES[name]) && (name !== "after" || readsAgain(input.only));
  const total = STAGE_NAMES.filter(runs).length;
  let done = 0;
  const stage = async <T>(name: Stage, fallback: T, body: () => Promise<T>): Promise<T> => {
    if (!runs(name)) return fallback;
    try {
      return await body();
    } catch (error) {
      onFault(name, error);
      return fallback;
    } finally {
      done += 1;
      if (!context.signal.aborted) input.onProgress({ kind: "stage", stage: name, done, total });
    }
  };

  const before = await stage("laptop", [], () => input.local.before(context, budget.local));
  recorder.addAll(before);
  const work: Work = {
    input,
    context,
    budget,
    recorder,
    laptop: laptopView(before),
    timeouts: createTimeoutPolicy(context.platform),
    trust: createTrustStore(input.extraCa ?? []),
    wants,
  };

  const names = startNames(work);
  const gateways = stage("gateway", [], () => gatewayStage(work));
  const dns = stage("dns", undefined, () => names.done);
  const controls = stage("controls", [], () => controlsStage(work));
  const page = stage("page", undefined, () => httpControlStage(work, names));
  const proxies = stage("proxy", [], () => proxyStage(work, names));
  const systems = stage("systems", [], () => systemsStage(work, names, proxies));
  const agents = stage("agents", undefined, () => agentsStage(work));
  const calls = stage("stun", undefined, () => callsStage(work, names));
  const beside = [stage("sweep", undefined, () => sweepStage(work)), stage("inventory", undefined, () => inventoryStage(work))];
  const quiet = quietLine(work, systems);
  const measured = [
    stage("mtu", undefined, async () => packetSize(work, await controls)),
    stage("line", undefined, async () => lineQuality(work, await controls, quiet)),
    stage("ownNetwork", undefined, async () => ownNetworkQuality(work, await gateways, quiet)),
  ];

  // A few echo requests disturb no measurement, so the walk need not wait for one.
  const others = Promise.all([gateways, dns, controls, page, proxies, systems, agents, calls]);
  const path = stage("path", undefined, async () => {
    await Promise.all([gateways, controls]);
    const silent = isSilentLine(recorder.all());
    if (!silent) await others;
    await pathStage(work, { gateways: await gateways, controls: await controls, systems: silent ? [] : await systems });
  });
  await Promise.all([others, path, ...measured, ...beside]);
  await stage("after", undefined, async () => afterProbes(work, before));
}

const NEED_THE_END: ReadonlySet<string> = new Set(["laptop", "gateway", "sweep", "quality"]);

/** Counters and neighbours of the end matter to whoever asks about the office's own network; a check of the systems alone does without. */
function readsAgain(only: readonly string[]): boolean {
  return only.length === 0 || only.some((group) => NEED_THE_END.has(group));
}
