import { flawRule } from "./flaw-rule.ts";

/** Before its first day at the right time. */
export const certNotYetValid = flawRule("CERT_NOT_YET_VALID", "notYet", "down", (facts) =>
  facts.clock.guessMs === null ? ["CLOCK_WRONG"] : [],
);
