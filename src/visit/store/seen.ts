import { canonicalJson } from "../../base/canonical.ts";
import { partsOf } from "../parts.ts";
import type { Visit } from "../schema.ts";

/** Per visit: the parts as this process saw or wrote them last, which tell its own changes from those of others. */
export interface Seen {
  /** What was seen of a visit; empty where it was never read. */
  of(id: string): ReadonlyMap<string, string>;
  /** Keeps a whole visit in mind; `scanHash` where it was read with one. */
  keep(visit: Visit, scanHash?: string | null): void;
  /** Keeps one part in mind that this process wrote; null where it was taken out. */
  note(id: string, part: string, value: unknown): void;
  /** Forgets a visit that was replaced as a whole. */
  forget(id: string): void;
}

export function seenParts(): Seen {
  const seen = new Map<string, Map<string, string>>();
  return {
    of: (id) => seen.get(id) ?? new Map<string, string>(),
    keep: (visit, scanHash) => void seen.set(visit.id, new Map(partsOf(visit, scanHash))),
    note(id, part, value) {
      const parts = seen.get(id) ?? new Map<string, string>();
      seen.set(id, parts);
      if (value === null) parts.delete(part);
      else parts.set(part, canonicalJson(value));
    },
    forget: (id) => void seen.delete(id),
  };
}
