import { agentsStage, callsStage } from "./calls-stage.ts";
import { controlsStage, httpControlStage } from "./controls-stage.ts";
import { gatewayStage } from "./gateway-stage.ts";
import { lineQuality, ownNetworkQuality, packetSize, quietLine } from "./line-stage.ts";
import { startNames } from "./names.ts";
import { isSilentLine, pathStage } from "./path-stage.ts";
import { proxyStage } from "./proxy-stage.ts";
import type { RunStage } from "./stage-board.ts";
import { systemsStage } from "./systems-stage.ts";
import type { Work } from "./work.ts";

/** The probes that go through the router. */
export interface Round {
  /** Resolves when a gateway has shown life; may never do so. */
  readonly sign: Promise<void>;
  readonly done: Promise<unknown>;
}

/**
 * Starts every stage that needs the router, each as soon as what it needs is there:
 *
 *     ─┬─ gateway ────────────┬─ quality, load ─┐
 *      ├─ dns ──┬─ systems ───┼─ path ──────────┴─
 *      │        └─ http page ─┤
 *      ├─ controls ─ mtu ─────┘
 *      └─ proxy
 */
export function startRound(work: Work, stage: RunStage): Round {
  const names = startNames(work);
  const { promise: sign, resolve: onSign } = Promise.withResolvers<void>();
  const gateways = stage("gateway", [], () => gatewayStage(work, onSign));
  const dns = stage("dns", undefined, () => names.done);
  const controls = stage("controls", [], () => controlsStage(work));
  const page = stage("page", undefined, () => httpControlStage(work, names));
  const proxies = stage("proxy", [], () => proxyStage(work, names));
  const systems = stage("systems", [], () => systemsStage(work, names, proxies));
  const agents = stage("agents", undefined, () => agentsStage(work));
  const calls = stage("stun", undefined, () => callsStage(work, names));
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
    const silent = isSilentLine(work.recorder.all());
    if (!silent) await others;
    await pathStage(work, { gateways: await gateways, controls: await controls, systems: silent ? [] : await systems });
  });
  return { sign, done: Promise.all([others, path, ...measured]) };
}
