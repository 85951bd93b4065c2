import { spawn } from "node:child_process";

/**
 * Milliseconds of a whole process, start to exit; output thrown away. A status that was not expected is an error: a
 * fast failure is no figure.
 */
export async function timeOnce(
  command: readonly string[],
  options: { env?: Record<string, string>; expect?: readonly number[] } = {},
): Promise<number> {
  const [program = "", ...args] = command;
  const start = performance.now();
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, ...options.env },
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr = `${stderr}${chunk.toString()}`.slice(-2000)));
    child.on("error", reject);
    child.on("close", (status) => {
      if (!(options.expect ?? [0]).includes(status ?? -1))
        reject(new Error(`${command.join(" ")} ended with ${status}: ${stderr}`));
      else resolve(status);
    });
  });
  void code;
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/**
 * Medians of two commands run in turn (A B A B …), so that a machine that grows slower hurts both alike; one warm-up
 * each.
 */
export async function pair(
  runs: number,
  left: () => Promise<number>,
  right: () => Promise<number>,
): Promise<{ left: number; right: number }> {
  await left();
  await right();
  const lefts: number[] = [];
  const rights: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    lefts.push(await left());
    rights.push(await right());
  }
  return { left: median(lefts), right: median(rights) };
}

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
}

export const ms = (value: number): string => `${value.toFixed(0)} ms`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;
