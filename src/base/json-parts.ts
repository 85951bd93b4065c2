/** More values than this are in no visit and no evidence: looking at each would only wear out the memory. */
export const MOST_PARTS = 200_000;

/** True where parsed JSON holds more values than that, at any depth. */
export function hasTooManyParts(document: unknown): boolean {
  const open: unknown[] = [document];
  let count = 0;
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    count += 1;
    if (typeof value !== "object" || value === null) continue;
    // Not spread onto a stack of arguments: one list may hold millions.
    for (const inner of Object.values(value)) {
      if (count + open.length > MOST_PARTS) return true;
      if (inner !== undefined) open.push(inner);
    }
  }
  return count > MOST_PARTS;
}
