import { chown, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { z } from "zod";
import { culprit } from "../../src/evidence/common.ts";
import { evidenceSchema } from "../../src/evidence/schema.ts";
import type { Profile } from "../../src/profile/schema.ts";
import { cause, verdictStatus } from "../../src/judge/verdict.ts";
import { fakeClock } from "./fake-clock.ts";
import type { Lab } from "./lab.ts";
import { windowsLaptop, type WindowsLaptop } from "./wine.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
// An ordinary user of the laptop: no name, no group, no capability.
const USER = 65534;
/** The product's own cap is 20 s; a process that lives longer has a fault of its own. */
const KILL_MS = 30_000;

const documentSchema = z.looseObject({
  evidence: evidenceSchema,
  verdict: z.looseObject({
    status: verdictStatus,
    findings: z.array(
      z.looseObject({
        cause,
        culprit,
        affects: z.array(z.string()),
        alternatives: z.array(cause).optional(),
        severity: z.string(),
      }),
    ),
  }),
});
export type ScanDocument = z.infer<typeof documentSchema>;

export interface ProductRun {
  /** Wall time of the whole process, start-up included. */
  readonly ms: number;
  /** When it began, by the clock of the laboratory, milliseconds since the epoch. */
  readonly startedAtMs: number;
  readonly exitCode: number;
  /** Null when standard output was not the one document that was promised. */
  readonly document: ScanDocument | null;
  readonly trouble: string;
}

export interface ProductOptions {
  /** Run the sources, not the bundle. */
  readonly fromSource: boolean;
  readonly profile: Profile;
  readonly baseline: boolean;
  /** Run the Windows build under Wine. */
  readonly windows: boolean;
}

/** Runs `qbrecover scan` in the laptop, as an ordinary user, through its real command line. */
export async function runProduct(lab: Lab, options: ProductOptions): Promise<ProductRun> {
  if (options.windows) return await runOnWindows(lab, options);
  const dataDir = `${lab.folder}/data`;
  await rm(dataDir, { recursive: true, force: true });
  if (options.baseline) await cp(baselineFolder(lab), dataDir, { recursive: true });
  await mkdir(dataDir, { recursive: true });
  await execa("chown", ["-R", `${USER}:${USER}`, dataDir]);
  await writeFile(`${lab.folder}/profile.json`, JSON.stringify(options.profile));
  return await scan(lab, dataDir, options, options.baseline ? SITE : []);
}

const SITE = ["--unit", "Lệ Thủy", "--site", "Lab"];

function baselineFolder(lab: Lab): string {
  return `${lab.folder}/baseline`;
}

/** One healthy scan, kept: what later scenarios know as "the last healthy visit of this office". */
export async function recordBaseline(lab: Lab, options: Omit<ProductOptions, "baseline">): Promise<void> {
  if (options.windows) {
    const laptop = await windowsLaptop(lab);
    if (!existsSync(laptop.here("baseline"))) await scanOnWindows(lab, laptop, "baseline", options, SITE);
    return;
  }
  const folder = baselineFolder(lab);
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: true });
  await chown(folder, USER, USER);
  await writeFile(`${lab.folder}/profile.json`, JSON.stringify(options.profile));
  await scan(lab, folder, { ...options, baseline: true }, SITE);
}

async function runOnWindows(lab: Lab, options: ProductOptions): Promise<ProductRun> {
  const laptop = await windowsLaptop(lab);
  await rm(laptop.here("data"), { recursive: true, force: true });
  if (options.baseline) await cp(laptop.here("baseline"), laptop.here("data"), { recursive: true });
  return await scanOnWindows(lab, laptop, "data", options, options.baseline ? SITE : []);
}

async function scanOnWindows(
  lab: Lab,
  laptop: WindowsLaptop,
  folder: string,
  options: Pick<ProductOptions, "profile">,
  more: readonly string[],
): Promise<ProductRun> {
  await writeFile(laptop.here("profile.json"), JSON.stringify(options.profile));
  const files = ["--profile", laptop.there("profile.json"), "--data-dir", laptop.there(folder)];
  const { exitCode, startedAtMs, ms, stdout, stderr } = await laptop.run([
    "scan",
    "--batch",
    "--json",
    ...files,
    ...more,
    ...lab.laptop.args,
  ]);
  const parsed = parse(stdout);
  const trouble = parsed.document === null ? `${parsed.trouble}\n${stderr.slice(-1500)}` : "";
  return { ms, startedAtMs, exitCode, document: parsed.document, trouble };
}

async function scan(lab: Lab, dataDir: string, options: ProductOptions, more: readonly string[]): Promise<ProductRun> {
  // The checkout may lie where an ordinary user has no way in; bound to a folder of the laboratory it is within reach.
  const bound = `${lab.folder}/product/`;
  await mkdir(bound, { recursive: true });
  const entry = options.fromSource ? ["--no-warnings", `${bound}src/cli.ts`] : [`${bound}bin/qbrecover.mjs`];
  const { env, args, clock, noPing } = lab.laptop;
  const mounts = `mount --bind ${ROOT} ${bound}; ${noPing ? "mount --bind /dev/null /usr/bin/ping; " : ""}`;
  const fake = Object.entries(fakeClock(clock)).map(([name, value]) => `${name}=${value}`);
  const startedAtMs = Date.now();
  const started = performance.now();
  const inLaptop = ["netns", "exec", lab.ns("laptop"), "sh", "-c", `${mounts}exec "$@"`, "sh"];
  const asUser = ["setpriv", `--reuid=${USER}`, `--regid=${USER}`, "--clear-groups", "--inh-caps=-all"];
  const node = ["env", ...fake, process.execPath.replace(ROOT, bound), ...entry];
  const call = [
    "scan",
    "--batch",
    "--json",
    "--profile",
    `${lab.folder}/profile.json`,
    "--data-dir",
    dataDir,
    ...more,
    ...args,
  ];
  const child = await execa("ip", [...inLaptop, ...asUser, ...node, ...call], {
    reject: false,
    stdin: "ignore",
    timeout: KILL_MS,
    killSignal: "SIGKILL",
    extendEnv: false,
    env: {
      PATH: "/usr/local/bin:/usr/bin:/bin",
      HOME: dataDir,
      LANG: "C.UTF-8",
      TZ: "Asia/Ho_Chi_Minh",
      NODE_EXTRA_CA_CERTS: `${lab.folder}/root.pem`,
      ...env,
    },
  });
  const ms = performance.now() - started;
  const parsed = parse(child.stdout);
  return {
    ms,
    startedAtMs,
    exitCode: child.exitCode ?? 255,
    document: parsed.document,
    trouble: parsed.document === null ? `${parsed.trouble}\n${child.stderr.slice(-1500)}` : "",
  };
}

function parse(text: string): { document: ScanDocument | null; trouble: string } {
  try {
    return { document: documentSchema.parse(JSON.parse(text)), trouble: "" };
  } catch (error) {
    return { document: null, trouble: `not the promised document: ${String(error).slice(0, 600)}` };
  }
}

/** Exit status that belongs to a verdict (CONTRACT). */
export const EXIT_OF = { healthy: 0, faulty: 1, degraded: 2, inconclusive: 3 } as const;
