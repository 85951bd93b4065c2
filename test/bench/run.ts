import { cpus, totalmem } from "node:os";
import { centre } from "./centre.ts";
import { fiftyEndpoints } from "./endpoints.ts";
import { paper } from "./paper.ts";
import { practiceScan } from "./practice.ts";
import { startUp } from "./start-up.ts";
import { findUnit } from "./units.ts";
import type { Row } from "./measure.ts";

// What must be reached, measured as ratios within one run. Nothing is asserted: a slow machine is no failure, it is a
// row.
const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  startup: startUp,
  units: findUnit,
  practice: practiceScan,
  endpoints: fiftyEndpoints,
  centre,
  paper,
};
const wanted = process.argv.slice(2);

const write = (line: string): void => void process.stdout.write(`${line}\n`);
write(
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores, ` +
    `${Math.round(totalmem() / 2 ** 30)} GiB; medians\n`,
);
write("| What | Measured | Target | |\n|---|---|---|---|");
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const row of await part())
    write(`| ${row.what} | ${row.measured} | ${row.target} | ${row.met ? "met" : "MISSED"} |`);
}
