import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CommandContext } from "../../../src/base/context.ts";
import { EXIT, UserError } from "../../../src/base/exit.ts";
import { importAnswersFile } from "../../../src/checklist/import/import-answers.ts";
import type { Visit } from "../../../src/visit/schema.ts";
import { openStore } from "../../../src/visit/store.ts";
import { HERE, units } from "../../units/support.ts";

/** What an import did. */
export interface Outcome {
  readonly exit: number;
  readonly message: string;
  readonly visits: readonly Visit[];
}

const home = mkdtempSync(path.join(tmpdir(), "qb-nothing-lost-"));
let runs = 0;

/** Imports a file with the real importer into a real, empty store. */
export async function imported(text: string | Uint8Array): Promise<Outcome> {
  runs += 1;
  const dataDir = path.join(home, String(runs));
  const file = path.join(home, `${runs}.txt`);
  writeFileSync(file, text);
  let message = "";
  const context: CommandContext = {
    lang: "vi",
    out: () => undefined,
    err: () => undefined,
    colour: false,
    colourOut: false,
    interactive: false,
    columns: 80,
    rows: 24,
    env: {},
    platform: "linux",
    cwd: home,
    dataDir,
    signal: new AbortController().signal,
    now: () => Date.UTC(2026, 10, 25, 3),
    monotonic: () => 0,
    timeZone: "Asia/Ho_Chi_Minh",
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
  };
  const store = openStore(dataDir, "vi");
  try {
    const target = { named: undefined, header: {}, places: () => Promise.resolve({ units, province: HERE }) };
    const exit = await importAnswersFile(context, store, file, target).then(
      ({ remarks, missing }) => {
        message += remarks.join("\n");
        return missing ? EXIT.degraded : EXIT.healthy;
      },
      (error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        message += error.message;
        return error.exitCode;
      },
    );
    return { exit, message, visits: [...store.iterate({})] };
  } finally {
    store.close();
  }
}
