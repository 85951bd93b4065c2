import type { Facts } from "../../facts/facts.ts";
import { pooled } from "../../facts/quality.ts";
import type { Target } from "../../facts/target.ts";

/** An accident this rare is not put down to chance. */
const RARE = 0.01;

/**
 * Which silent targets the measured loss explains by itself: those whose tries, each with the repetition that the system makes on its own, may
 * well all have been lost. At ten percent a server that stays silent twice is dead; at sixty it says nothing.
 */
export function lossExplains(facts: Facts, open: readonly Target[]): string[] {
  const { sent, lost } = pooled([...facts.quality.gateway, ...facts.quality.beyond]);
  const rate = sent === 0 ? 0 : lost / sent;
  return open.filter((one) => one.code === "TIMEOUT" && rate ** ((one.best?.seen.connectTries ?? 1) + 1) > RARE).map((one) => one.key);
}
