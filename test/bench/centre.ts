import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "../../src/visit/store.ts";
import { generateVisits } from "./generate-visits.ts";
import { median, ms, pair, timeOnce, times, type Row } from "./measure.ts";
import { EXECUTABLE } from "./start-up.ts";

const VISITS = 10_000;
const DEVICES_EACH = 20;
const SEED = 20_201_026;
const RUNS = 3;

/** The centre's reports over a season's worth of visits, against the plain `sqlite3` shell writing the same columns. */
export async function centre(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "qb-bench-"));
  try {
    const store = openStore(folder, "en");
    generateVisits(store, VISITS, DEVICES_EACH, SEED);
    store.close();
    const report = (...args: string[]): string[] => [
      process.execPath,
      EXECUTABLE,
      "report",
      "--data-dir",
      folder,
      "--all",
      ...args,
    ];
    const out = path.join(folder, "devices.csv");
    const shell = path.join(folder, "shell.csv");
    const columns = headerOf(report("--format", "csv", "--table", "devices"));
    const stream = await pair(
      RUNS,
      () => timeOnce([...report("--format", "csv", "--table", "devices"), "-o", out]),
      () =>
        timeOnce([
          "sqlite3",
          "-header",
          "-csv",
          path.join(folder, "visits.db"),
          "-cmd",
          `.output ${shell}`,
          sqlFor(columns.length),
        ]),
    );
    const peak = peakMemory([...report("--format", "csv", "--table", "devices"), "-o", out]);
    const ratio = stream.left / stream.right;
    const rows: Row[] = [
      {
        what:
          `${VISITS} visits, ${VISITS * DEVICES_EACH} devices as CSV (${(statSync(out).size / 2 ** 20).toFixed(0)} ` +
          `MiB) / sqlite3 shell (${(statSync(shell).size / 2 ** 20).toFixed(0)} MiB)`,
        measured: `${ms(stream.left)} / ${ms(stream.right)} = ${times(ratio)}`,
        target: "≤ 5 ×",
        met: ratio <= 5,
      },
      {
        what: "peak memory of that",
        measured: `${(peak / 1024).toFixed(0)} MiB`,
        target: "≤ 250 MB",
        met: peak * 1024 <= 250e6,
      },
    ];
    for (const table of ["--priority", "--needs"]) {
      const runs: number[] = [];
      for (let run = 0; run < RUNS; run += 1)
        runs.push(await timeOnce(report(table, "--format", "text", "-o", path.join(folder, "list.txt"))));
      rows.push({ what: `report ${table}`, measured: ms(median(runs)), target: "< 2000 ms", met: median(runs) < 2000 });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function headerOf(command: readonly string[]): string[] {
  const [program = "", ...args] = command;
  const text = execFileSync(program, args, { maxBuffer: 2 ** 28, encoding: "utf8" });
  return text.slice(0, text.indexOf("\r\n")).split(",");
}

/** As many columns as the product's table has, from the same two tables, text passed through as it is. */
function sqlFor(count: number): string {
  const known = [
    "v.id",
    "v.campaign",
    "v.stage",
    "v.started_at",
    "v.site_id",
    "v.site_name",
    "v.site_type",
    "v.unit_code",
    "v.unit_list",
    "v.unit_name",
    "v.former_code",
    "v.former_list",
    "v.former_name",
    "d.id",
    "d.type",
    "d.quantity",
    "d.label",
    "d.brand",
    "d.model",
    "d.serial",
    "d.asset_tag",
    "d.room",
    "d.water",
    "d.water_type",
    "d.wet_time",
    "d.age",
    "d.before",
    "d.data",
    "d.works_now",
    "d.disposition",
    "d.triage_disposition",
    "d.rule",
    "d.flags",
    "d.advice",
    "d.override_disposition",
    "d.override_reason",
    "d.override_by",
    "d.override_at",
    "d.photo_count",
    "d.note",
    "d.done",
  ];
  return (
    `SELECT ${known.slice(0, count).join(", ")} FROM devices d JOIN visits v ON v.n = d.visit ORDER BY ` +
    "v.started_ms, v.id, d.position;"
  );
}

/** Peak resident memory of a command in KiB, as the kernel accounts it. */
function peakMemory(command: readonly string[]): number {
  const script =
    "import resource,subprocess,sys; subprocess.run(sys.argv[1:],check=True); " +
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
  return Number(
    execFileSync("python3", ["-c", script, ...command], { encoding: "utf8" })
      .trim()
      .split("\n")
      .at(-1),
  );
}
