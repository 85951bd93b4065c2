/** Middle value; the mean of the two middle ones of an even number; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** Jitter: mean absolute difference of successive values (RFC 3550, 6.4.1 without the smoothing); null below two. */
export function jitter(values: readonly number[]): number | null {
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  return steps.length === 0 ? null : steps.reduce((sum, step) => sum + step, 0) / steps.length;
}
