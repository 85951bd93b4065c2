import { randomBytes } from "node:crypto";
import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { cli as cliTexts } from "../text/cli.ts";
import type { Lang } from "../base/languages.ts";
import { VERSION } from "../base/version.ts";
import type { OptionValues } from "../base/option-values.ts";
import type { CommandContext } from "../base/context.ts";
import { chooseDataDir } from "../base/data-dir.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import { chooseLang } from "../base/locale.ts";
import { asTyped, ownName } from "./own-name.ts";
import { parseCommandLine, type GlobalOptions } from "./program.ts";
import { waitsForPool, withSignals } from "./stop.ts";
import { openOutput, OutputError, type Output } from "./streams.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { throughDoor } from "../terminal/door.ts";

/** Messages for people. */
const say = (text: string): void => void process.stderr.write(throughDoor(asTyped(text, NAME)));
const NAME = ownName({ argv0: process.argv0, execPath: process.execPath, entry: entryOf(), cwd: workingFolder() });

/** The one place where the process meets the program: environment in, exit status out. */
export async function main(argv: readonly string[]): Promise<void> {
  const lang = chooseLang(optionOf(argv, "--lang"), process.env, process.platform, systemLocale);
  refuseInsecureTls(lang);
  const output = openOutput();
  // Node's own status for these is 1, which means "a fault was found" here.
  process.on("uncaughtException", (error) => process.exit(tell(error, argv, lang)));
  // Whether a disk took the results is known only after the last write.
  process.once("exit", () => {
    const trouble = output.trouble();
    if (trouble.kind !== "failed") return;
    process.exitCode = tell(new UserError(cliTexts[lang].outputFailed(trouble.code), EXIT.config), argv, lang);
  });
  try {
    process.exitCode = await dispatch(argv, lang, output);
  } catch (error) {
    process.exitCode = error instanceof OutputError ? EXIT.healthy : tell(error, argv, lang);
  }
  // Connections that still say good-bye, and Node taking its heap apart, would hold the prompt for another 15 ms.
  await output.handedOver();
  if (!waitsForPool()) process.exit();
}

async function dispatch(argv: readonly string[], lang: Lang, output: Output): Promise<ExitCode> {
  if (argv.includes("--version") || argv.includes("-V")) {
    output.write(`${await versionText(argv)}\n`);
    return EXIT.healthy;
  }
  const call = await parseCommandLine(argv, lang);
  if (call.kind === "help") {
    output.write(asTyped(call.text, NAME));
    return EXIT.healthy;
  }
  if (call.kind === "none") {
    if (isInteractive() && argv.length === 0) {
      return await menu(lang, call.global, output);
    }
    say(call.text);
    return EXIT.usage;
  }
  const command = await call.spec.load();
  return await withSignals((signal) =>
    command.run(
      makeContext(lang, call.global, output, signal, forPeople(call.spec.name, call.options)),
      call.args,
      call.options,
    ),
  );
}

async function versionText(argv: readonly string[]): Promise<string> {
  if (!argv.includes("--json")) return VERSION;
  return JSON.stringify(await (await import("./version-document.ts")).versionDocument(), null, 2);
}

/** Are the results words, and not a document or a table that stays the same wherever it is made? */
function forPeople(name: string, { json, events, format, table, excel }: OptionValues): boolean {
  if (json === true || events === true || DOCUMENTS.has(name)) return false;
  return format === "text" || (format === undefined && table === undefined && excel !== true);
}
const DOCUMENTS: ReadonlySet<string> = new Set(["export", "schema", "collect"]);

/**
 * Language of the system's own user interface. Asked only where the environment is silent: it costs ten milliseconds.
 */
function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

async function menu(lang: Lang, global: GlobalOptions, output: Output): Promise<ExitCode> {
  const [{ run }, { hasOwnConsole, waitForKey }] = await Promise.all([import("./menu.ts"), import("./own-console.ts")]);
  const stays = hasOwnConsole(process.platform);
  try {
    return await withSignals((signal) => run(makeContext(lang, global, output, signal), [], {}));
  } catch (error) {
    if (!stays) throw error;
    return tell(error, [], lang);
  } finally {
    if (stays) await waitForKey(say, cliTexts[lang].closeWindow);
  }
}

function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

function makeContext(
  lang: Lang,
  global: GlobalOptions,
  output: Output,
  signal: AbortSignal,
  words = true,
): CommandContext {
  const plain = process.env["NO_COLOR"] !== undefined && process.env["NO_COLOR"] !== "";
  const cwd = workingFolder();
  const colour = process.stderr.isTTY === true && !plain && global.color !== false && process.env["TERM"] !== "dumb";
  return {
    lang,
    langTyped: global.lang !== undefined,
    out: (text) => output.write(throughDoor(words ? asTyped(text, NAME) : text)),
    drained: () => output.drained(),
    err: say,
    colour,
    colourOut: colour && process.stdout.isTTY === true,
    interactive: isInteractive(),
    columns: process.stderr.columns ?? 80,
    rows: process.stderr.rows ?? 24,
    env: process.env,
    platform: process.platform,
    cwd,
    dataDir: chooseDataDir(global.dataDir, process.env, ownFolder(), cwd),
    signal,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    timeZone: Temporal.Now.timeZoneId(),
    randomBytes: (size) => randomBytes(size),
  };
}

/** The script, or the program itself where it is one file; not the link that a package manager made to it. */
function entryOf(): string {
  const entry = process.argv[1] ?? process.execPath;
  if (entry === process.execPath) return entry;
  try {
    return realpathSync(entry);
  } catch {
    // A single executable may be told of by a name that is no file.
    return process.execPath;
  }
}

/** Where the single executable lies, or the folder above `bin`. */
function ownFolder(): string {
  const entry = entryOf();
  return entry === process.execPath ? path.dirname(entry) : path.dirname(path.dirname(entry));
}

/** The home folder where the one that the tool was started in is gone: a stick that was pulled out. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return homedir();
  }
}

/** A mistake in words; for a program that reads JSON as one object in the last line (CONTRACT). */
function tell(error: unknown, argv: readonly string[], lang: Lang): ExitCode {
  const known = error instanceof UserError;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const exit = known ? error.exitCode : EXIT.software;
  if (!readsJson(argv)) say(`qbrecover: ${known ? error.message : `${cliTexts[lang].bug}\n${stack}`}\n`);
  else {
    const message = known ? error.message : cliTexts[lang].bug;
    say(`${JSON.stringify({ error: { exit, message, ...(known ? {} : { stack }) } })}\n`);
  }
  return exit;
}

function readsJson(argv: readonly string[]): boolean {
  const typed = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  return typed.some(
    (arg, at) =>
      arg === "--json" ||
      arg === "--events" ||
      /^(?:--format=|-f)(?:nd)?json$/u.test(arg) ||
      (/^(?:--format|-f)$/u.test(arg) && /^(?:nd)?json$/u.test(typed[at + 1] ?? "")),
  );
}

/** Node honours this variable always; a diagnostic tool that did so would call a forged certificate fine. */
function refuseInsecureTls(lang: Lang): void {
  if (process.env["NODE_TLS_REJECT_UNAUTHORIZED"] === undefined) return;
  delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  say(`qbrecover: ${cliTexts[lang].tlsEnvIgnored}\n`);
}

// Needed before the real parse, because mistakes of the parse are told in that language.
function optionOf(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const arg = argv[at] ?? "";
  return oneLine(arg.includes("=") ? arg.slice(arg.indexOf("=") + 1) : (argv[at + 1] ?? ""), 20);
}
