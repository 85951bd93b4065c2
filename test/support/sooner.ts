/**
 * Runs `work`, which must be over before a timer of the time that it must not take: a time-out that it has no business
 * to wait for, or the sum of what is done side by side. Choose that time many times the one that is right: both share
 * the machine, and a busy one delays the work as it pleases.
 * @throws where the timer was first
 */
export async function soonerThan<T>(longerMs: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${String(longerMs)} ms`)), longerMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
