import type { Culprit } from "../../base/culprits.ts";

/** Who can mend a fault. */
export const MENDERS = ["technician", "carrier", "centre", "systemOwner", "officeHead"] as const;
export type Mender = (typeof MENDERS)[number];

/**
 * What people read about one cause. `{name}` is replaced by a value of the finding; a part in `[[…]]` is left out where
 * one of its values is missing. `tell` is read out over the phone word for word to whoever mends it.
 */
interface CauseWords {
  readonly title: string;
  readonly explanation: string;
  readonly remedy: readonly string[];
  readonly tell: string;
}

/** Both languages; the compiler refuses a cause that lacks one. Vietnamese is written first. */
export interface CauseText {
  /**
   * Whom the cause points at by its nature (CONTRACT); a rule names another where the evidence does (a resolver that is
   * the office's own router, say).
   */
  readonly culprit: Culprit;
  readonly mender: Mender;
  readonly vi: CauseWords;
  readonly en: CauseWords;
}

/** Causes by their ids. */
export type Causes = Readonly<Record<string, CauseText>>;
