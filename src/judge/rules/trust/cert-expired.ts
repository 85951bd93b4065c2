import { flawRule } from "./flaw-rule.ts";

/** Past its last day by the servers' own clocks; without any of those the laptop's clock may be to blame. */
export const certExpired = flawRule("CERT_EXPIRED", "expired", "down", (facts) =>
  facts.clock.guessMs === null ? ["CLOCK_WRONG"] : [],
);
