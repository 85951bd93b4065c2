import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ms, pair, timeOnce, type Row } from "./measure.ts";
import { EXECUTABLE } from "./start-up.ts";

const RUNS = 5;

/** A healthy practice scan over start-up (`--version`), without and with sampling of the line. */
export async function practiceScan(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "qb-bench-"));
  const scan = (...more: string[]): Promise<number> =>
    timeOnce([process.execPath, EXECUTABLE, "practice", "--batch", "--json", "--data-dir", folder, ...more]);
  const startUp = (): Promise<number> => timeOnce([process.execPath, EXECUTABLE, "--version"]);
  try {
    const plain = await pair(RUNS, () => scan("--skip", "quality"), startUp);
    const sampled = await pair(RUNS, () => scan(), startUp);
    const over = plain.left - plain.right;
    return [
      {
        what: "practice, healthy, --skip quality, over start-up",
        measured: `${ms(plain.left)} − ${ms(plain.right)} = ${ms(over)}`,
        target: "≤ 1000 ms",
        met: over <= 1000,
      },
      {
        what: "practice, healthy, with sampling",
        measured: ms(sampled.left),
        target: "≤ 3000 ms",
        met: sampled.left <= 3000,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
