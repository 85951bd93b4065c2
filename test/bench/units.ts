import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown } from "rolldown";
import config from "../../rolldown.config.ts";
import { median, ms, timeOnce, times, type Row } from "./measure.ts";

const RUNS = 31;
/** A name of before 2025, as people say it. */
const QUERY = "xã Hàm Ninh";

/** A commune found by its former name, the lists of the whole country loaded for it, against the start of bare Node. */
export async function findUnit(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "qb-bench-units-"));
  try {
    // As the product is bundled, and with compiled code kept as its launcher does.
    const { output, ...input } = config;
    const bundle = await rolldown({ ...input, input: path.join(import.meta.dirname, "find-unit.ts") });
    await bundle.write({ ...(Array.isArray(output) ? output[0] : output), dir: folder });
    const launcher = path.join(folder, "launch.mjs");
    writeFileSync(
      launcher,
      `process.getBuiltinModule("node:module").enableCompileCache(${JSON.stringify(path.join(folder, "cache"))});
// A command loads modules anyway: the loader itself is warm.
await import("data:text/javascript,");
const start = performance.now();
const { findOne } = await import("./find-unit.mjs");
await findOne(${JSON.stringify(QUERY)});
process.stdout.write(String(performance.now() - start));\n`,
    );
    const find = (): number => Number(execFileSync(process.execPath, [launcher], { encoding: "utf8" }));
    find();
    const found: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      found.push(find());
      bare.push(await timeOnce([process.execPath, "-e", "0"]));
    }
    const ratio = median(found) / median(bare);
    return [
      {
        what: "a commune found, its lists loaded / node -e 0",
        measured: `${ms(median(found))} / ${ms(median(bare))} = ${times(ratio)}`,
        target: "≤ 0.3 ×",
        met: ratio <= 0.3,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
