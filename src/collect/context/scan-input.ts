import type { Baseline, Evidence, Observation, ObservationOf } from "../../evidence/schema.ts";
import type { Profile } from "../../profile/schema.ts";
import type { CollectContext } from "./context.ts";
import type { Stage } from "./stages.ts";

/**
 * The laptop's own view of itself. The real one reads the operating system (collect/local); the practice office brings
 * its own. All methods observe and never throw for what they see; a source that cannot be read gives an observation
 * with outcome `unknown`.
 */
/**
 * How much of the laptop is wanted: `all` (where nothing is said), or `way`, what the probes need to find their way,
 * for a check of the systems alone. A reader may then leave out what takes a program of its own.
 */
export type LocalDetail = "all" | "way";

export interface LocalSource {
  /** Interfaces, leases, routes, resolvers, hosts file, proxy settings. */
  before(context: CollectContext, deadlineMs: number, detail?: LocalDetail): Promise<Observation[]>;
  /**
   * After the probes: the neighbour table, and the interfaces again with the counters of the end.
   * Observations with an id that `before` gave replace those.
   */
  after(context: CollectContext, before: readonly Observation[], deadlineMs: number): Promise<Observation[]>;
  /**
   * How the system itself would reach these pages, where its settings leave that to a script (PAC, WPAD): the script is
   * evaluated by the system. Empty where it found none in time. Left out where a system cannot be asked.
   */
  proxyFor?(
    context: CollectContext,
    settings: ObservationOf<"proxyConfig">["evidence"],
    urls: readonly string[],
    deadlineMs: number,
  ): Promise<NonNullable<ObservationOf<"proxyConfig">["evidence"]["resolved"]>>;
  /**
   * The neighbour table now, for the sweep of the own subnet, which reads it several times: must be quick and without
   * side effects. A source without a network of its own (practice) leaves it out, and no sweep takes place.
   */
  neighbours?(context: CollectContext, deadlineMs: number): Promise<ObservationOf<"neighbours">>;
}

export type ScanProgress =
  | {
      readonly kind: "stage";
      readonly stage: Stage;
      readonly done: number;
      readonly total: number;
      /** Stages that have not ended yet. */
      readonly running: readonly Stage[];
    }
  | { readonly kind: "observation"; readonly observation: Observation };

/** Everything a scan depends on. Time, randomness, environment and the laptop come from outside. */
export interface ScanInput {
  readonly profile: Profile;
  readonly profileHash: string;
  /** Groups of base/option-values SCAN_GROUPS; empty `only` means all. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Cap of the whole scan, milliseconds. */
  readonly deadlineMs: number;
  /** Ask every address of the own networks, however long that takes. */
  readonly sweepAll?: boolean;
  readonly site: Evidence["site"];
  readonly baseline: Baseline | null;
  readonly local: LocalSource;
  /**
   * PEM certificates of authorities to trust besides the bundled list and the system's store: the practice office's
   * own.
   */
  readonly extraCa?: readonly string[];
  /**
   * Places that swallow every TCP connection, as a dead server does: of the practice office on Windows, where no port
   * can be made to do so without an administrator. Left out: the network itself decides.
   */
  swallows?(address: string, port: number): boolean;
  /** Keep raw output of system tools in the evidence. */
  readonly record: boolean;
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly timeZone: string;
  now(): number;
  monotonic(): number;
  randomBytes(size: number): Uint8Array;
  onProgress(progress: ScanProgress): void;
}

/** Resolves always, also when aborted (`complete` false, what was gathered is kept). */
export type RunScan = (input: ScanInput) => Promise<Evidence>;
