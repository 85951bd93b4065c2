import type { CollectContext } from "../context.ts";
import { createTrustStore } from "../endpoint/trust.ts";
import { createTimeoutPolicy } from "../net/timeout-policy.ts";
import type { ScanInput } from "../scan-input.ts";
import { afterProbes } from "./after-stage.ts";
import { timeBudget } from "./budget.ts";
import { agentsStage, callsStage } from "./calls-stage.ts";
import { controlsStage, httpControlStage } from "./controls-stage.ts";
import { gatewayStage } from "./gateway-stage.ts";
import { groupFilter } from "./groups.ts";
import { inventoryStage } from "./inventory-stage.ts";
import { laptopView } from "./laptop-view.ts";
import { lineStage } from "./line-stage.ts";
import { startNames } from "./names.ts";
import { pathStage } from "./path-stage.ts";
import { proxyStage } from "./proxy-stage.ts";
import type { Recorder } from "./recorder.ts";
import { sweepStage } from "./sweep-stage.ts";
import { systemsStage } from "./systems-stage.ts";
import type { Work } from "./work.ts";

const TOTAL = 13;

/**
 * All stages of a scan, each started as soon as what it needs is there:
 *
 *     laptop ─┬─ gateway ────────────┐
 *             ├─ dns ──┬─ systems ───┼─ quality, load ─ path ─ after
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
  let done = 0;
  const stage = async <T>(name: string, fallback: T, body: () => Promise<T>): Promise<T> => {
    try {
      return await body();
    } catch (error) {
      onFault(name, error);
      return fallback;
    } finally {
      done += 1;
      if (!context.signal.aborted) input.onProgress({ kind: "stage", stage: name, done, total: TOTAL });
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
    timeouts: createTimeoutPolicy(),
    trust: createTrustStore(input.extraCa ?? []),
    wants: groupFilter(input.only, input.skip),
  };

  const names = startNames(work);
  const gateways = stage("gateway", [], () => gatewayStage(work));
  const dns = stage("dns", undefined, () => names.done);
  const controls = stage("controls", [], () => controlsStage(work));
  const page = stage("page", undefined, () => httpControlStage(work, names));
  const proxies = stage("proxy", [], () => proxyStage(work, names));
  const systems = stage("systems", [], () => systemsStage(work, names));
  const agents = stage("agents", undefined, () => agentsStage(work));
  const calls = stage("stun", undefined, () => callsStage(work, names));
  const beside = [stage("sweep", undefined, () => sweepStage(work)), stage("inventory", undefined, () => inventoryStage(work))];
  const line = stage("quality", undefined, () => lineStage(work, { gateways, controls, systems }));

  await Promise.all([dns, page, proxies, agents, calls, line]);
  await stage("path", undefined, async () => pathStage(work, { gateways: await gateways, controls: await controls, systems: await systems }));
  await Promise.all(beside);
  await stage("after", undefined, async () => afterProbes(work, before));
}
