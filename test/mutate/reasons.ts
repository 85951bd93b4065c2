import type { Mutant } from "./sites.ts";

/** Why a mutant may survive: it cannot be told from the original by any evidence. */
interface Reason {
  readonly file: string;
  readonly original: string;
  readonly mutation: string;
  readonly why: string;
}

const REASONS: readonly Reason[] = [];

/** The reason written down for this mutant, null where there is none. */
export function reasonFor(mutant: Mutant): string | null {
  return REASONS.find((one) => isFor(one, mutant))?.why ?? null;
}

/** Reasons whose mutant is noticed or gone. */
export function unusedReasons(survivors: readonly Mutant[]): readonly string[] {
  return REASONS.filter((one) => !survivors.some((mutant) => isFor(one, mutant))).map(
    (one) => `${one.file} ${one.original} -> ${one.mutation}`,
  );
}

function isFor(reason: Reason, mutant: Mutant): boolean {
  return reason.file === mutant.file && reason.original === mutant.original && reason.mutation === mutant.mutation;
}
