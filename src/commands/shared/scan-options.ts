import { UserError } from "../../base/exit.ts";
import { SCAN_GROUPS, type OptionValues } from "../../base/option-values.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { cli } from "../../text/cli.ts";
import { progress as texts } from "../../text/progress.ts";
import type { Lang } from "../../base/languages.ts";
import { choicesOption, flagOption, numberOption, stringOption } from "../../base/options.ts";

/** How a scan is to run and to be shown, checked. */
export interface ScanOptions {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Cap of the whole scan, milliseconds. */
  readonly deadlineMs: number;
  /** File for the evidence with the raw output of system tools; null: none. */
  readonly record: string | null;
  /** Every address of the own networks is asked. */
  readonly sweepAll: boolean;
  readonly batch: boolean;
  readonly json: boolean;
  /** One JSON line an event on stdout, instead of the result alone. */
  readonly events: boolean;
  readonly explain: boolean;
  readonly full: boolean;
}

const DEFAULT_DEADLINE_S = 20;

/** @throws UserError (64) that names option, expectation and value */
export function scanOptions(options: OptionValues, lang: Lang): ScanOptions {
  const only = choicesOption(options, "only", SCAN_GROUPS, lang);
  const skip = choicesOption(options, "skip", SCAN_GROUPS, lang);
  const seconds =
    numberOption(options, "deadline", { min: 1, max: 120, expected: texts[lang].deadline }, lang) ?? DEFAULT_DEADLINE_S;
  const record = stringOption(options, "record") ?? null;
  if (record === "") throw new UserError(cli[lang].missingValue(oneLine("--record", 20)));
  if (flagOption(options, "events") && flagOption(options, "json")) throw new UserError(cli[lang].eventsOrJson);
  return {
    only,
    skip: options["sweep"] === false ? [...skip, "sweep"] : skip,
    deadlineMs: seconds * 1000,
    record,
    sweepAll: options["sweep"] === true,
    batch: flagOption(options, "batch"),
    json: flagOption(options, "json"),
    events: flagOption(options, "events"),
    explain: flagOption(options, "explain"),
    full: flagOption(options, "full"),
  };
}
