import { globSync } from "node:fs";

/**
 * Environment under which a program sees another time (libfaketime, `apt-get install libfaketime`); ping, which has a
 * file capability, does not. Time that only counts on, as deadlines use it, stays true.
 * @param offset as libfaketime writes it: "+3y", "-26h"; null: the right time
 */
export function fakeClock(offset: string | null): Record<string, string> {
  if (offset === null) return {};
  const [library] = globSync("/usr/lib/*/faketime/libfaketimeMT.so.1");
  if (library === undefined) throw new Error("libfaketime is not installed");
  return { LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: "1", DONT_FAKE_MONOTONIC: "1" };
}
