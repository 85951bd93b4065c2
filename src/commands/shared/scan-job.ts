import type { CommandContext } from "../../base/context.ts";
import type { ExitCode } from "../../base/exit.ts";
import type { LocalSource } from "../../collect/context/scan-input.ts";
import type { Baseline, Evidence } from "../../evidence/schema.ts";
import type { Verdict } from "../../judge/verdict.ts";
import type { Profile } from "../../profile/schema.ts";
import type { Visit } from "../../visit/schema.ts";

/** What is scanned, from where, and what becomes of the result. */
export interface ScanJob {
  readonly profile: Profile;
  readonly profileHash: string;
  /** The laptop, or the practice office's idea of one. */
  readonly local: LocalSource;
  /** Environment that the scan reads proxies from. */
  readonly env: CommandContext["env"];
  readonly extraCa: readonly string[];
  /** As in ScanInput. */
  swallows?(address: string, port: number): boolean;
  /** Groups left out whatever the options say. */
  readonly skip: readonly string[];
  readonly site: Evidence["site"];
  readonly baseline: Baseline | null;
  /** The visit that the result belongs to, as it will be stored; null where there is none. */
  readonly visit: Visit | null;
  /** Stores the result; called also after an interruption, with what was gathered until then. */
  readonly save: ((evidence: Evidence, verdict: Verdict) => Promise<void>) | null;
  /** Where this is one of several computers of an office: its name, and the visit as it is stored by then. */
  readonly machine?: { readonly name: string; read(): Visit };
}

export interface ScanResult {
  readonly exit: ExitCode;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
}
