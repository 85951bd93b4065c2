import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeParts, mergeVisits, partsOf } from "../../src/visit/parts.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { device, visit } from "./helpers/sample.ts";

const base = visit({ survey: { a: 1, b: 2, c: 3 }, devices: ["d1", "d2", "d3"].map((id) => device(id)) });

/** Changes of one process: answers set or taken back, devices changed, added or taken out. */
const change = fc.record({
  survey: fc.dictionary(fc.constantFrom("a", "b", "c", "x", "y"), fc.option(fc.nat(5))),
  devices: fc.dictionary(fc.constantFrom("d1", "d2", "d3", "n1", "n2"), fc.option(fc.constantFrom("p", "q"))),
});

function apply(
  start: Visit,
  made: { survey: Record<string, number | null>; devices: Record<string, string | null> },
): Visit {
  const survey = { ...start.survey };
  for (const [key, value] of Object.entries(made.survey))
    if (value === null) delete survey[key];
    else survey[key] = value;
  let devices = start.devices;
  for (const [id, note] of Object.entries(made.devices)) {
    const others = devices.filter((each) => each.id !== id);
    if (note === null) devices = others;
    else if (others.length === devices.length) devices = [...devices, device(id, { note })];
    else devices = devices.map((each) => (each.id === id ? device(id, { note }) : each));
  }
  return { ...start, survey, devices };
}

test("a merge holds what either side changed, or is refused for exactly the parts that both changed differently", () => {
  fc.assert(
    fc.property(change, change, (mine, other) => {
      const [ours, theirs] = [apply(base, mine), apply(base, other)];
      const [before, left, right] = [partsOf(base), partsOf(ours), partsOf(theirs)];
      const keys = new Set([...before.keys(), ...left.keys(), ...right.keys()]);
      const clash = [...keys].filter(
        (key) =>
          left.get(key) !== before.get(key) && right.get(key) !== before.get(key) && left.get(key) !== right.get(key),
      );
      const merge = mergeParts(before, left, right);
      expect(merge.ok ? [] : [...merge.conflicts].toSorted()).toEqual(clash.toSorted());
      const merged = merge.ok ? partsOf(mergeVisits(ours, theirs, merge.ours)) : new Map<string, string>();
      const wanted = [...keys].map((key) => [key, left.get(key) === before.get(key) ? right.get(key) : left.get(key)]);
      expect(merge.ok ? [...keys].map((key) => [key, merged.get(key)]) : wanted).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});
