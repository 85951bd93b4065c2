/** Compares versions of one to three numbers: negative where `a` is older, 0 where equal ("1" is "1.0.0"). */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string): number[] => version.split(".").map(Number);
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
