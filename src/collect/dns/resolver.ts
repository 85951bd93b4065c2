import type { Family, FailureCode } from "../../evidence/common.ts";

interface Told {
  /**
   * Time that the queries took, silence of dead servers included; waiting for a timed slot is not. Zero where nothing
   * was asked.
   */
  readonly durationMs: number;
}

/** Where a name leads, as this laptop would find it, and who said so (`literal`, `hosts`, or the label of a server). */
export type Resolution =
  | (Told & { readonly ok: true; readonly addresses: readonly string[]; readonly resolvedBy: string })
  | (Told & {
      readonly ok: false;
      readonly code: FailureCode;
      readonly detail?: string;
      readonly resolvedBy: string | null;
    });

/** What an endpoint's probe needs of the plan: names of its own host and of those that redirects lead to. */
export interface Resolver {
  /** Never rejects; an address literal is its own answer. */
  resolve(host: string, family: Family): Promise<Resolution>;
}
