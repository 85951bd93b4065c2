import { scenario, type Scenario } from "../scenario.ts";

/** One row of another tool's own tests, played in the laboratory. */
export interface PeerRow {
  readonly suite: string;
  /** The row's own name there. */
  readonly name: string;
  /** A scenario that is there already (its id), or one of its own. */
  readonly play: string | Scenario;
}

type Play = Omit<Parameters<typeof scenario>[0], "id" | "group">;

/** Rows of one suite: each either plays what a scenario has already, or its own. */
export function suiteOf(suite: string, short: string) {
  return {
    as: (name: string, id: string): PeerRow => ({ suite, name, play: id }),
    row: (name: string, play: Play): PeerRow => ({
      suite,
      name,
      play: scenario({ group: "own", mostSeconds: 20, ...play, id: `${short}: ${name}` }),
    }),
  };
}
