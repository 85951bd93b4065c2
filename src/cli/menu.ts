import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import { parseCommandLine } from "./program.ts";
import { COMMANDS } from "./specs.ts";
import type { OptionValues } from "../base/option-values.ts";
import { select } from "../terminal/prompts/select.ts";
import type { OfficeVisit } from "../commands/shared/open-visit.ts";
import { menu as menuTexts } from "../text/menu.ts";

const ENTRIES = ["scan", "checklist", "report", "visits", "watch", "practice", "help", "quit"] as const;
type Entry = (typeof ENTRIES)[number] | "machine";

/** What the menu runs for an entry, as the command line would have it. */
const CALLS: Readonly<Record<Exclude<Entry, "quit" | "machine">, readonly string[]>> = {
  scan: ["scan"],
  checklist: ["checklist"],
  report: ["report", "--format", "text"],
  visits: ["visits", "list"],
  watch: ["watch"],
  practice: ["practice"],
  help: ["--help"],
};

/**
 * `qbrecover` alone in a terminal: a list to choose from, again and again until quit. Answers with the status of the
 * last command.
 */
export async function run(
  context: CommandContext,
  _args: readonly string[],
  _options: OptionValues,
): Promise<ExitCode> {
  const texts = menuTexts[context.lang];
  let status: ExitCode = EXIT.healthy;
  // On a desk's computer the first key is the one that is wanted: ten machines take ten starts and no typing.
  let office = await officeVisit(context);
  // Bounded by the person in front of it: every turn waits for a key.
  while (!context.signal.aborted) {
    const choices: { readonly value: Entry; readonly name: string }[] = [
      ...(office === null ? [] : [{ value: "machine" as const, name: office.name }]),
      ...ENTRIES.map((value) => ({ value, name: texts[value] })),
    ];
    const entry = await select<Entry>({ message: texts.title, choices, keys: texts.keys });
    if (entry === null) return EXIT.interrupted;
    if (entry === "quit") return status;
    if (entry === "machine") {
      status = await runEntry(context, ["scan", "--machine", "--visit", office?.visit ?? ""]);
      office = null;
    } else status = await runEntry(context, CALLS[entry]);
  }
  return EXIT.interrupted;
}

/** The open visit that this computer could be added to; a store that cannot be read is told by the command that needs it. */
async function officeVisit(context: CommandContext): Promise<OfficeVisit | null> {
  const { visitForThisComputer } = await import("../commands/shared/open-visit.ts");
  return await visitForThisComputer(context);
}

async function runEntry(context: CommandContext, argv: readonly string[]): Promise<ExitCode> {
  const call = await parseCommandLine(argv, context.lang);
  if (call.kind !== "run") {
    context.out(call.text);
    return EXIT.healthy;
  }
  const spec = COMMANDS.find((candidate) => candidate.name === argv[0]) ?? call.spec;
  try {
    const command = await spec.load();
    return await command.run(context, call.args, call.options);
  } catch (error) {
    // A mistake in one command must not throw the technician out of the menu.
    if (error instanceof UserError) {
      context.err(`${error.message}\n`);
      return error.exitCode;
    }
    throw error;
  }
}
