/** What was sent, and how much of it came to nothing. */
interface Samples {
  readonly sent: number;
  readonly lost: number;
}

// Rates between which the test decides: what a healthy line loses, and what hurts.
const HARMLESS = 0.015;
const HARMFUL = 0.08;

/**
 * Sequential likelihood ratio between a line that loses 1.5 % and one that loses 8 % (Wald 1945), as natural logarithm:
 * above ln 10 the loss is real by ten to one, below -ln 10 there is none, in between more samples are wanted.
 */
export function lossEvidence({ sent, lost }: Samples): number {
  return lost * Math.log(HARMFUL / HARMLESS) + (sent - lost) * Math.log((1 - HARMFUL) / (1 - HARMLESS));
}

export const DECIDED = Math.log(10);

/** Chi-squared with one degree of freedom: so far apart are two equal rates by chance in one case of a hundred. */
const APART = 6.63;

/**
 * Are the two rates of loss apart, or could the same line have shown both? Likelihood ratio of two rates against one
 * (G-test).
 */
export function ratesDiffer(one: Samples, other: Samples): boolean {
  const both = { sent: one.sent + other.sent, lost: one.lost + other.lost };
  return 2 * (likelihood(one) + likelihood(other) - likelihood(both)) >= APART;
}

/** Logarithm of the likelihood of what was seen at the rate that was seen. */
function likelihood({ sent, lost }: Samples): number {
  const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / sent));
  return part(lost) + part(sent - lost);
}
