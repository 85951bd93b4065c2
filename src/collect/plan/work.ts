import type { CollectContext } from "../context/context.ts";
import type { TrustStore } from "../endpoint/trust.ts";
import type { TimeoutPolicy } from "../net/timeout-policy.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { ScanInput } from "../context/scan-input.ts";
import type { Budget } from "./budget.ts";
import type { ScanGroup } from "../../base/option-values.ts";
import type { LaptopView } from "./laptop-view.ts";
import type { Recorder } from "./recorder.ts";

/** What the stages of one scan share. */
export interface Work {
  readonly input: ScanInput;
  readonly context: CollectContext;
  readonly budget: Budget;
  readonly recorder: Recorder;
  readonly laptop: LaptopView;
  /** The neighbour table as it was before the first probe; null where it could not be read. */
  readonly neighboursBefore: ObservationOf<"neighbours">["evidence"]["entries"] | null;
  /** Time-outs that follow the round trips which the scan has already seen. */
  readonly timeouts: TimeoutPolicy;
  readonly trust: TrustStore;
  wants(group: ScanGroup): boolean;
}
