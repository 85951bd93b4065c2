import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Evidence } from "../../src/evidence/schema.ts";
import { normalise } from "./normalise.ts";
import { withWine, type Played } from "./play.ts";

const FOLDER = fileURLToPath(new URL("../../fixtures/evidence/", import.meta.url));
/** Of the Windows build, under Wine. */
const WINDOWS = fileURLToPath(new URL("../../fixtures/evidence-windows/", import.meta.url));

/**
 * Stores the evidence of a run with the expectation beside it, for the tests that judge it again without a laboratory.
 */
export async function recordEvidence({ scenario, run }: Played, windows: boolean): Promise<void> {
  if (run.document === null) return;
  const folder = windows ? WINDOWS : FOLDER;
  await mkdir(folder, { recursive: true });
  const { id, group, fault, expect, mustNotSay } = windows ? withWine(scenario) : scenario;
  const evidence = normalise(run.document.evidence, run.startedAtMs);
  await writeFile(
    `${folder}${id}.json`,
    `{"id":${JSON.stringify(id)},"group":${JSON.stringify(group)},"fault":${JSON.stringify(fault)},
"expect":${JSON.stringify(expect)},
"mustNotSay":${JSON.stringify(mustNotSay)},
"evidence":${oneObservationPerLine(evidence)}}
`,
  );
}

// Two recordings are to be compared line by line.
function oneObservationPerLine(evidence: Evidence): string {
  const { observations, profile, ...header } = evidence;
  const lines = observations.map((observation) => JSON.stringify(observation)).join(",\n");
  return `{${JSON.stringify(header).slice(1, -1)},\n"profile":${JSON.stringify(profile)},\n"observations":[\n${lines}\n]}`;
}
