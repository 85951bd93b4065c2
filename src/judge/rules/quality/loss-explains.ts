import type { Facts } from "../../facts/facts.ts";
import { pooled, type Series } from "../../facts/quality.ts";
import type { Target } from "../../facts/target.ts";

/** An accident this rare is not put down to chance. */
const RARE = 0.01;

/**
 * Which silent targets the measured loss explains by itself: those whose tries, each with the repetition that the
 * system makes on its own, may well all have been lost. At ten percent a server that stays silent twice is dead; at
 * sixty it says nothing.
 */
export function lossExplains(
  facts: Facts,
  open: readonly Target[],
  measured: readonly Series[] = everywhere(facts),
): string[] {
  return open
    .filter((one) => one.code === "TIMEOUT" && isChance(measured, (one.best?.seen.connectTries ?? 1) + 1))
    .map((one) => one.key);
}

/** May so many packets in a row have been lost by chance, by the loss that was measured? */
export function mayBeLost(facts: Facts, packets: number): boolean {
  return isChance(everywhere(facts), packets);
}

function everywhere({ quality }: Facts): readonly Series[] {
  return [...quality.gateway, ...quality.lan, ...quality.beyond];
}

function isChance(measured: readonly Series[], packets: number): boolean {
  const { sent, lost } = pooled(measured);
  return sent > 0 && (lost / sent) ** packets > RARE;
}
