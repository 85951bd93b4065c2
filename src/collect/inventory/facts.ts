import { oneLine } from "../../base/terminal-safe.ts";
import type { ObservationOf } from "../../evidence/schema.ts";

export type InventoryFacts = ObservationOf<"inventory">["evidence"];

/**
 * One question about the laptop: the facts that it answers, as far as they are told. May reject where the system says
 * nothing.
 */
export type Question = (deadlineMs: number) => Promise<Partial<InventoryFacts>>;

// Makers leave such words in the firmware; they would look like facts in a report.
const FILLER =
  /^(?:|-|default string|to be filled by o\.?e\.?m\.?|system manufacturer|system product name|not specified|unknown|none)$/iu;

/** A word of the firmware as a fact: one line, null where the maker left it blank. */
export function firmwareWord(value: string | null | undefined): string | null {
  const clean = oneLine(value ?? "", 120);
  return FILLER.test(clean) ? null : clean;
}

/** Per cent of a charge, null where the number is none. */
export function percent(value: number): number | null {
  return Number.isFinite(value) && value >= 0 && value <= 100 ? Math.round(value) : null;
}
