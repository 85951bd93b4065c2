// Rates between which the test decides: what a healthy line loses, and what hurts.
const HARMLESS = 0.015;
const HARMFUL = 0.08;

/**
 * Sequential likelihood ratio between a line that loses 1.5 % and one that loses 8 % (Wald 1945), as natural logarithm:
 * above ln 10 the loss is real by ten to one, below -ln 10 there is none, in between more samples are wanted.
 */
export function lossEvidence({ sent, lost }: { readonly sent: number; readonly lost: number }): number {
  return lost * Math.log(HARMFUL / HARMLESS) + (sent - lost) * Math.log((1 - HARMFUL) / (1 - HARMLESS));
}

export const DECIDED = Math.log(10);
