import { Lab } from "../lab.ts";
import { loadScenarios } from "../load.ts";
import { ROLES } from "../map.ts";
import { labId, removeNamespace, removeStale } from "../network/stale.ts";
import { namespaceOf } from "../network/topology.ts";
import { compareTools, COMPARED, markdown, type Comparison } from "./compare.ts";
import { widenNeighbourTable } from "../network/neighbour-table.ts";
import { sweepBench } from "./sweep.ts";

/**
 * `node test/lab/compare/run.ts [--source] [name…]`, as root: what ordinary tools say of the same faults, and how long
 * they take. Prints a table in Markdown, then the sweep of a /24 beside fping. Half a minute for each fault, because
 * the others wait so long.
 */

const flags = process.argv.slice(2).filter((arg) => arg.startsWith("--"));
const names = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const fromSource = flags.includes("--source");

await removeStale();
const narrow = await widenNeighbourTable();
// Stopped half-way it leaves nothing behind either: what runs inside ends with the namespaces.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    const gone = Promise.all(ROLES.map((role) => removeNamespace(namespaceOf(labId(process.pid, 0), role))));
    void gone.then(narrow).finally(() => process.exit(130));
  });
const lab = await Lab.build(labId(process.pid, 0));
try {
  if (!flags.includes("--sweep-only")) {
    const wanted = names.length > 0 ? names : COMPARED;
    const scenarios = (await loadScenarios([])).filter((scenario) => wanted.includes(scenario.id));
    const done: Comparison[] = [];
    for (const scenario of scenarios.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))) {
      done.push(await compareTools(lab, scenario, fromSource));
      process.stderr.write(`${scenario.id}\n`);
    }
    process.stdout.write(`${markdown(done)}\n\n`);
  }
  process.stdout.write(`${await sweepBench(lab, fromSource)}\n`);
} finally {
  await lab.close();
  await narrow();
}
process.exit(0);
