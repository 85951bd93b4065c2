import { keysOf } from "../../base/keys.ts";
import type { ScanGroup } from "../../base/option-values.ts";
import type { CollectorName } from "../../evidence/schema.ts";

interface StageRow {
  /** The group of `--only` and `--skip` that asks for it. */
  readonly group: ScanGroup;
  /** What it observes, in the order in which a person would read it. */
  readonly collectors: readonly CollectorName[];
}

/**
 * Every stage of a scan, from the laptop outwards: evidence is written in this order. What a stage says while a scan
 * runs stands in text/progress under the same name; when each runs is drawn in plan/stages and plan/round.
 */
const STAGES = {
  laptop: {
    group: "laptop",
    collectors: ["interface", "lease", "routes", "resolvers", "hostsFile", "proxyConfig", "neighbours"],
  },
  gateway: { group: "gateway", collectors: ["gateway"] },
  dns: { group: "dns", collectors: ["dns"] },
  controls: { group: "controls", collectors: ["control"] },
  page: { group: "controls", collectors: ["httpControl"] },
  proxy: { group: "proxy", collectors: ["proxy"] },
  systems: { group: "systems", collectors: ["endpoint"] },
  agents: { group: "systems", collectors: ["localAgent"] },
  stun: { group: "stun", collectors: ["stun"] },
  mtu: { group: "mtu", collectors: ["mtu"] },
  line: { group: "quality", collectors: ["quality"] },
  ownNetwork: { group: "quality", collectors: ["quality"] },
  path: { group: "path", collectors: ["path"] },
  sweep: { group: "sweep", collectors: ["sweep", "lanDevice"] },
  inventory: { group: "inventory", collectors: ["inventory"] },
  after: { group: "laptop", collectors: ["interface", "neighbours", "gateway", "ownDelay"] },
} as const satisfies Readonly<Record<string, StageRow>>;

export type Stage = keyof typeof STAGES;
export const STAGE_NAMES = keysOf(STAGES);

export function groupOf(stage: Stage): ScanGroup {
  return STAGES[stage].group;
}

/** From the laptop outwards. A collector that no stage names does not compile. */
export const READING_ORDER: readonly Covered[] = [...new Set(STAGE_NAMES.flatMap((name) => STAGES[name].collectors))];

type Named = (typeof STAGES)[Stage]["collectors"][number];
type Covered = [Exclude<CollectorName, Named>] extends [never] ? CollectorName : never;
