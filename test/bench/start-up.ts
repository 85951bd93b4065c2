import path from "node:path";
import { ms, pair, timeOnce, times, type Row } from "./measure.ts";

export const EXECUTABLE = path.resolve(import.meta.dirname, "../../bin/qbrecover.mjs");
const RUNS = 15;

/** `--version` and `--help` against bare Node. */
export async function startUp(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [flag, limit] of [
    ["--version", 2],
    ["--help", 2.5],
  ] as const) {
    const { left, right } = await pair(
      RUNS,
      () => timeOnce([process.execPath, EXECUTABLE, flag]),
      () => timeOnce([process.execPath, "-e", "0"]),
    );
    const ratio = left / right;
    rows.push({
      what: `${flag} / node -e 0`,
      measured: `${ms(left)} / ${ms(right)} = ${times(ratio)}`,
      target: `≤ ${limit} ×`,
      met: ratio <= limit,
    });
  }
  return rows;
}
