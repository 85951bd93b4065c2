import { fileURLToPath } from "node:url";
import { CHECKS } from "./checks.ts";
import { installWindows, whatIsMissing } from "./wine.ts";

/**
 * Smoke test of the Windows form on Linux: `WINE_ROOT=… npm run test:wine -- [--exe] [word…]`, as root; words choose checks by
 * their name. The built product runs under the Windows build of the pinned Node, in Wine, in a network of loopback
 * only. Two minutes. Wine is not Windows: PowerShell, netsh and arp tell nothing there, route is absent, and a refused
 * connection comes at once. Last line: `N passed, N failed`; exit status 1 where something failed, 77 where nothing
 * ran.
 */
const root = process.env["WINE_ROOT"] ?? "/var/tmp/wine-root";
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
/** The one file to carry, instead of the bundle: `npm run package` makes it. */
const single = process.argv.includes("--exe")
  ? fileURLToPath(new URL("../../release/qbrecover.exe", import.meta.url))
  : null;
const wanted = CHECKS.filter((check) => words.length === 0 || words.some((word) => check.name.includes(word)));

const missing = whatIsMissing(root);
if (missing !== null) {
  process.stderr.write(`NOTHING WAS TESTED ON WINDOWS: ${missing}\n`);
  process.exit(77);
}

const windows = installWindows(root, single);
let failed = 0;
try {
  for (const check of wanted) {
    const started = performance.now();
    const problem = await Promise.resolve(check.run(windows)).catch((error: unknown) => String(error));
    if (problem !== null) failed += 1;
    process.stdout.write(
      `${problem === null ? "ok  " : "FAIL"} ${check.name} (${String(Math.round(performance.now() - started))} ` +
        `ms)${problem === null ? "" : `\n     ${problem}`}\n`,
    );
  }
} finally {
  windows.end();
}
process.stdout.write(`${String(wanted.length - failed)} passed, ${String(failed)} failed\n`);
process.exitCode = failed > 0 || wanted.length === 0 ? 1 : 0;
