import type { RawOutput } from "../../../evidence/schema.ts";
import { known, notTold, type Reading } from "../facts.ts";

/**
 * Asks the system natively. What does not work (a function that is missing, a refusal) is "not told", never a crash and never "none".
 * @param raw what was told goes there for `scan --record`: every difference on a real machine can become a test
 */
export function told<T>(raw: RawOutput[], call: string, ask: () => T): Reading<T> {
  try {
    const value = ask();
    raw.push({ tool: "native", args: [call], exitCode: 0, stdout: JSON.stringify(value), stderr: "" });
    return known(value);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    raw.push({ tool: "native", args: [call], exitCode: null, stdout: "", stderr: why });
    return notTold(why);
  }
}

/** Both readings, or why one of them is missing. */
export function both<A, B, T>(one: Reading<A>, other: Reading<B>, join: (one: A, other: B) => T): Reading<T> {
  if (!one.known) return one;
  return other.known ? known(join(one.value, other.value)) : other;
}
