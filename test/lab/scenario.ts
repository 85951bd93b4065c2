import type { Culprit } from "../../src/base/culprits.ts";
import type { Profile } from "../../src/profile/schema.ts";
import type { Cause } from "../../src/text/causes/index.ts";
import type { VerdictStatus } from "../../src/judge/verdict.ts";
import type { Lab } from "./lab.ts";
import type { WineLimit } from "./wine-limits.ts";

export interface Expectation {
  readonly status: VerdictStatus | readonly VerdictStatus[];
  /**
   * Cause of the first finding; several where the laptop alone cannot tell them apart (then the others must be named as
   * alternatives). Null: healthy.
   */
  readonly cause: Cause | readonly Cause[] | null;
  /** Names for the same thing that are as right as `cause`. */
  readonly accept?: readonly Cause[];
  readonly culprit: Culprit | readonly Culprit[] | null;
  /** Systems that the first finding takes down, no more and no fewer; absent: not looked at. */
  readonly affects?: readonly string[];
  /** Further causes that must be among the findings. */
  readonly also?: readonly Cause[];
}

/** One fault, or one harmless peculiarity, with the one right verdict. */
export interface Scenario {
  /** As in the file's name. */
  readonly id: string;
  readonly group: "healthy" | "catalogue" | "silent" | "two" | "pair" | "own";
  /** What people in the office would see; for the table of the README. */
  readonly fault: string;
  /** Spoils the laboratory through methods that remember how to mend it. */
  inject(lab: Lab): Promise<void>;
  /** What is to be done besides that. */
  heal?(lab: Lab): Promise<void>;
  /** The profile of the laboratory, changed for this scenario. */
  profile?(profile: Profile): Profile;
  /** Scan with the last healthy visit of the same site in the store. */
  readonly baseline?: boolean;
  readonly expect: Expectation;
  /** Causes that would send somebody the wrong way. */
  readonly mustNotSay: readonly Cause[];
  /** Time to verdict, seconds: 3 for a healthy network, 10 for a fault. */
  readonly mostSeconds: number;
  /** Where Wine cannot show what Windows does. */
  readonly wine?: WineLimit;
  /** The lab runs nothing else meanwhile: figures of delay and rate count. */
  readonly alone?: boolean;
}

const SECONDS = { healthy: 3, fault: 10 } as const;

type Optional = "mustNotSay" | "mostSeconds";

/** Checks a scenario at compile time and fills in what nearly all of them share. */
export function scenario(given: Omit<Scenario, Optional> & Partial<Pick<Scenario, Optional>>): Scenario {
  return { mustNotSay: [], mostSeconds: given.expect.cause === null ? SECONDS.healthy : SECONDS.fault, ...given };
}

/** A peculiarity that must stay silent. */
export function silent(given: Pick<Scenario, "id" | "fault" | "inject"> & Partial<Scenario>): Scenario {
  return scenario({ group: "silent", expect: { status: "healthy", cause: null, culprit: null }, ...given });
}
