import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cli as cliTexts } from "../text/cli.ts";
import type { Lang } from "../text/bilingual.ts";
import { VERSION } from "../version.ts";
import type { CommandContext } from "./context.ts";
import { chooseDataDir } from "./data-dir.ts";
import { EXIT, UserError, type ExitCode } from "./exit.ts";
import { chooseLang } from "./locale.ts";
import { parseCommandLine, type GlobalOptions } from "./program.ts";
import { oneLine } from "./terminal-safe.ts";

/** The one place where the process meets the program: environment in, exit status out. */
export async function main(argv: readonly string[]): Promise<void> {
  const lang = chooseLang(optionOf(argv, "--lang"), process.env, process.platform, new Intl.DateTimeFormat().resolvedOptions().locale);
  refuseInsecureTls(lang);
  tolerateClosedPipes();
  let status: ExitCode;
  try {
    status = await dispatch(argv, lang);
  } catch (error) {
    status = tell(error, lang);
  }
  process.exitCode = status;
}

async function dispatch(argv: readonly string[], lang: Lang): Promise<ExitCode> {
  if (argv.includes("--version") || argv.includes("-V")) {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.healthy;
  }
  const call = await parseCommandLine(argv, lang);
  if (call.kind === "help") {
    process.stdout.write(call.text);
    return EXIT.healthy;
  }
  if (call.kind === "none") {
    if (isInteractive() && argv.length === 0) {
      const { run } = await import("../commands/menu.ts");
      return await withSignals((signal) => run(makeContext(lang, call.global, signal), [], {}));
    }
    process.stderr.write(call.text);
    return EXIT.usage;
  }
  const command = await call.spec.load();
  return await withSignals((signal) => command.run(makeContext(lang, call.global, signal), call.args, call.options));
}

function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

function makeContext(lang: Lang, global: GlobalOptions, signal: AbortSignal): CommandContext {
  const plain = process.env["NO_COLOR"] !== undefined && process.env["NO_COLOR"] !== "";
  const colour = process.stderr.isTTY === true && !plain && global.color !== false && process.env["TERM"] !== "dumb";
  return {
    lang,
    out: (text) => void process.stdout.write(text),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
    },
    err: (text) => void process.stderr.write(text),
    colour,
    colourOut: colour && process.stdout.isTTY === true,
    interactive: isInteractive(),
    columns: process.stderr.columns ?? 80,
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
    dataDir: chooseDataDir(global.dataDir, process.env, process.argv[1] ?? process.execPath, process.cwd()),
    signal,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    randomBytes: (size) => randomBytes(size),
  };
}

/** First Ctrl+C: the command is told to stop and keeps what it has; a second one ends the process at once. */
async function withSignals(body: (signal: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    return await body(controller.signal);
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}

function tell(error: unknown, lang: Lang): ExitCode {
  if (error instanceof UserError) {
    process.stderr.write(`qbrecover: ${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(`qbrecover: ${cliTexts[lang].bug}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.software;
}

/** Node honours this variable always; a diagnostic tool that did so would call a forged certificate fine. */
function refuseInsecureTls(lang: Lang): void {
  if (process.env["NODE_TLS_REJECT_UNAUTHORIZED"] === undefined) return;
  delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  process.stderr.write(`qbrecover: ${cliTexts[lang].tlsEnvIgnored}\n`);
}

/** `qbrecover report | head` is no error. */
function tolerateClosedPipes(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.healthy);
    throw error;
  });
}

// Needed before the real parse, because mistakes of the parse are told in that language.
function optionOf(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const arg = argv[at] ?? "";
  return oneLine(arg.includes("=") ? arg.slice(arg.indexOf("=") + 1) : (argv[at + 1] ?? ""), 20);
}
