import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { z } from "zod";
import { INSIDE, fetchRuntime, whatIsMissing } from "../windows/wine.ts";
import { fakeClock } from "./fake-clock.ts";
import type { Lab } from "./lab.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
/** Made once: the runtime, and a prefix of Wine, which takes half a minute. Every laboratory has a copy. */
const TEMPLATE = "/var/tmp/qbrecover-wine-template";
const PREFIX_MS = 180_000;
/** A program of Windows starts in two to three seconds; the product's own cap is 20 s. */
const KILL_MS = 60_000;

/**
 * Enters the root that has Wine in it, from within the laptop's namespace: its network, its resolv.conf, its hosts file. Mounts vanish with the
 * process. Arguments: root, folder of the laboratory's Windows, then variables and what Wine is to run.
 */
const ENTER = `
root=$1; work=$2; shift 2
mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"; mount --rbind /sys "$root/sys"
for file in resolv.conf hosts; do touch "$root/etc/$file"; mount --bind "/etc/$file" "$root/etc/$file"; done
drivers="$work/prefix/drive_c/windows/system32/drivers/etc"
[ -d "$work/prefix" ] && { mkdir -p "$drivers"; cp /etc/hosts "$drivers/hosts"; }
mount --bind "$work" "$root${INSIDE}"
exec chroot "$root" /usr/bin/env -i HOME=${INSIDE} WINEPREFIX=${INSIDE}/prefix WINEDEBUG=-all XDG_RUNTIME_DIR=${INSIDE} \\
  PATH=/usr/lib/wine:/usr/bin:/bin "$@"
`;

/** The root with Wine in it: see test/windows/wine-root.sh. */
export function wineRoot(): string {
  return process.env["WINE_ROOT"] ?? "/var/tmp/wine-root";
}

/** Makes the template where it is not there yet; a sentence where that cannot be done. */
export async function prepareWine(): Promise<string | null> {
  const missing = whatIsMissing(wineRoot());
  if (missing !== null) return missing;
  const stamp = path.join(TEMPLATE, "stamp");
  const wanted = process.version;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return null;
  rmSync(TEMPLATE, { recursive: true, force: true });
  mkdirSync(TEMPLATE, { recursive: true });
  fetchRuntime(TEMPLATE);
  rmSync(path.join(TEMPLATE, "runtime"), { recursive: true });
  const run = async (...program: string[]): Promise<void> => {
    await intoFiles(TEMPLATE, "unshare", ["-m", "-n", ...enter(TEMPLATE, program)], PREFIX_MS);
  };
  await run("LC_ALL=C.UTF-8", "wine64", "Z:\\mnt\\node.exe", "--version");
  await run("wineserver", "-w");
  if (!existsSync(path.join(TEMPLATE, "prefix/system.reg")))
    return `Wine made no prefix: ${readFileSync(path.join(TEMPLATE, "stderr"), "utf8").slice(-400)}`;
  writeFileSync(stamp, wanted);
  return null;
}

/** Runs a program with its output in files: Windows programs of Wine can't write into a pipe that is none of Windows. */
async function intoFiles(folder: string, program: string, args: readonly string[], timeout: number): Promise<number> {
  const [stdout, stderr] = ["stdout", "stderr"].map((name) => openSync(path.join(folder, name), "w"));
  const child = spawn(program, args, { stdio: ["ignore", stdout, stderr], timeout, killSignal: "SIGKILL" });
  const [exitCode] = z
    .tuple([z.number().nullable()])
    .rest(z.unknown())
    .parse(await once(child, "exit"));
  for (const handle of [stdout, stderr]) if (handle !== undefined) closeSync(handle);
  return exitCode ?? 255;
}

/** The library that fakes the clock, copied to where the root can see it. */
function fakeClockThere(clock: string | null, copy: string): Record<string, string> {
  const variables = fakeClock(clock);
  const library = variables["LD_PRELOAD"];
  if (library === undefined) return variables;
  cpSync(library, copy, { dereference: true });
  return { ...variables, LD_PRELOAD: `${INSIDE}/${path.basename(copy)}` };
}

function enter(work: string, program: readonly string[]): string[] {
  return ["--propagation", "private", "sh", "-c", ENTER, "sh", wineRoot(), work, ...program];
}

/** One run of the product: milliseconds from the start of Wine's program. */
export interface WindowsRun {
  readonly exitCode: number;
  readonly startedAtMs: number;
  readonly ms: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The laptop's Windows: a folder that is seen as `Z:\\mnt`. */
export interface WindowsLaptop {
  /** A path as this machine sees it. */
  here(...parts: string[]): string;
  /** The same as Windows sees it. */
  there(...parts: string[]): string;
  /** Runs the product; its time counts from the start of Wine's program. */
  run(args: readonly string[]): Promise<WindowsRun>;
}

const MOST_TRIES = 3;
let lost = 0;

/** How often Wine itself took a program down before it had said a word, so that it was started once more. */
export function lostByWine(): number {
  return lost;
}

/**
 * Wine 10 loses a program now and then on a busy machine: a page fault in its own ntdll, or a start that never ends. What
 * the product does ends with a word; only silence is put down to Wine, and it is counted.
 */
function wasLost({ exitCode, stdout, stderr }: WindowsRun): boolean {
  return stdout === "" && exitCode === 255 && stderr.replaceAll(/^wine: .*$/gmu, "").trim() === "";
}

/** A copy of the template for one laboratory, with the built product. */
export async function windowsLaptop(lab: Lab): Promise<WindowsLaptop> {
  const work = `${lab.folder}/wine`;
  const here = (...parts: string[]): string => path.join(work, ...parts);
  const there = (...parts: string[]): string => path.win32.join(`Z:${INSIDE.replaceAll("/", "\\")}`, ...parts);
  const fresh = !existsSync(here("prefix"));
  if (fresh) {
    mkdirSync(work, { recursive: true });
    await execa("cp", ["-a", "--reflink=auto", `${TEMPLATE}/prefix`, work]);
    await execa("cp", ["-l", `${TEMPLATE}/node.exe`, work]);
    for (const part of ["bin", "dist", "package.json"])
      cpSync(path.join(PROJECT, part), here("app", part), { recursive: true });
  }
  cpSync(`${lab.folder}/root.pem`, here("root.pem"));
  const inLaptop = (program: readonly string[]): Promise<number> =>
    intoFiles(work, "ip", ["netns", "exec", lab.ns("laptop"), "unshare", "-m", ...enter(work, program)], KILL_MS);
  const wineServer = async (option: string): Promise<void> => void (await inLaptop(["wineserver", option]));
  const product = async (variables: Readonly<Record<string, string>>, args: readonly string[]): Promise<number> => {
    const settings = Object.entries({
      LC_ALL: "C.UTF-8",
      TZ: "Asia/Ho_Chi_Minh",
      NODE_EXTRA_CA_CERTS: there("root.pem"),
      ...variables,
    });
    const program = ["wine64", there("node.exe"), there("app", "bin", "qbrecover.mjs")];
    return await inLaptop([...settings.map(([name, value]) => `${name}=${value}`), ...program, ...args]);
  };
  // Wine's services take ten seconds and more to come up in a new network, and two after that.
  const wakeUp = async (variables: Readonly<Record<string, string>>): Promise<void> => {
    await wineServer("-p");
    await product(variables, ["scan", "--only", "laptop", "--batch", "--json", "--data-dir", there("warm")]);
  };
  // Wine remembers every adapter that it has seen, and gives the addresses of a new one to nobody.
  const adapters = async (): Promise<string> => {
    const { stdout } = await execa("ip", ["-n", lab.ns("laptop"), "-o", "link", "show"]);
    return stdout.replaceAll(/^(\d+: [^:@]+).*$/gmu, "$1");
  };
  if (fresh) {
    writeFileSync(here("adapters"), await adapters());
    await wakeUp({});
  }
  return {
    here,
    there,
    run: async (args) => {
      const { env, clock } = lab.laptop;
      const fake = fakeClockThere(clock, here("faketime.so"));
      const seen = await adapters();
      const changed = seen !== readFileSync(here("adapters"), "utf8");
      writeFileSync(here("adapters"), seen);
      // Whoever keeps Wine's time must keep the same as the product.
      if (clock !== null || changed) {
        await wineServer("-k");
        await wakeUp(fake);
      }
      const once = async (): Promise<WindowsRun> => {
        const startedAtMs = Date.now();
        const started = performance.now();
        const exitCode = await product({ ...fake, ...env }, args);
        const ms = performance.now() - started;
        const [stdout, stderr] = [readFileSync(here("stdout"), "utf8"), readFileSync(here("stderr"), "utf8")];
        return { exitCode, startedAtMs, ms, stdout, stderr };
      };
      let ended = await once();
      for (let tries = 1; tries < MOST_TRIES && wasLost(ended); tries += 1) {
        lost += 1;
        await wineServer("-k");
        await wakeUp(fake);
        ended = await once();
      }
      if (clock !== null) {
        await wineServer("-k");
        await wakeUp({});
      }
      return ended;
    },
  };
}
