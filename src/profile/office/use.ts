import type { Endpoint } from "../schema.ts";

/** What one office told about the systems of a profile: it lies over the profile, whose hash stays. */
export interface OfficeUse {
  /** Ids of the systems that it does not use. */
  readonly notUsed: readonly string[];
  /** Systems with the addresses at which the office opens them. */
  readonly provided: readonly Provided[];
}

export interface Provided {
  readonly system: string;
  readonly endpoints: readonly Endpoint[];
}

export const NOTHING_TOLD: OfficeUse = { notUsed: [], provided: [] };

/**
 * What holds where several have told something: for each system, the first of them that names it. Pure.
 * @param cleared ids of systems that nobody's word is wanted for any more, after the first
 */
export function combinedUse(all: readonly OfficeUse[], cleared: readonly string[] = []): OfficeUse {
  const decided = new Set<string>();
  const notUsed: string[] = [];
  const provided: Provided[] = [];
  all.forEach((use, at) => {
    const open = (id: string): boolean => !decided.has(id) && (at === 0 || !cleared.includes(id));
    const fresh = use.provided.filter((one) => open(one.system));
    const unused = use.notUsed.filter(open);
    provided.push(...fresh);
    notUsed.push(...unused);
    for (const id of [...fresh.map((one) => one.system), ...unused]) decided.add(id);
  });
  return { notUsed, provided };
}
