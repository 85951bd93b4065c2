import { Argument, Command, CommanderError, Option } from "commander";
import { cli as cliTexts } from "../text/cli.ts";
import { help as helpTexts } from "../text/help.ts";
import type { Lang } from "../base/languages.ts";
import { UserError } from "../base/exit.ts";
import { addHelpParts } from "./help-parts.ts";
import { COMMANDS, type CommandSpec } from "./specs.ts";
import { optionMistakes } from "../base/option-mistakes.ts";
import type { OptionValues } from "../base/option-values.ts";

/** What the command line asked for. */
export type Invocation =
  | {
      readonly kind: "run";
      readonly spec: CommandSpec;
      readonly args: readonly string[];
      readonly options: OptionValues;
      readonly global: GlobalOptions;
    }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "none"; readonly text: string; readonly global: GlobalOptions };

export interface GlobalOptions {
  readonly lang?: string;
  readonly dataDir?: string;
  readonly color?: boolean;
}

/** One call on its way: what is built for it, and what has come out. */
interface Parsing {
  readonly lang: Lang;
  readonly root: Command;
  found: Invocation | undefined;
  /** What commander printed for `--help`. */
  printed: string;
  /** The command in which a mistake was found: its own help tells more. */
  mistaken: string;
}

/**
 * Parses the arguments. Throws UserError (64) in `lang` for a mistake.
 * @param argv arguments without the program
 */
export async function parseCommandLine(argv: readonly string[], lang: Lang): Promise<Invocation> {
  const parsing: Parsing = {
    lang,
    root: new Command("qbrecover"),
    found: undefined,
    printed: "",
    mistaken: "qbrecover",
  };
  describeRoot(parsing);
  // The options of the others are not made where the first word is a command: nobody will ask for them.
  const first = COMMANDS.find((spec) => spec.name === argv[0]);
  for (const spec of first === undefined ? COMMANDS : [first]) addCommand(parsing, parsing.root, spec);
  try {
    await parsing.root.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed" || error.code === "commander.help")
      return { kind: "help", text: parsing.printed };
    throw new UserError(explain(error, lang, parsing.mistaken));
  }
  return parsing.found ?? { kind: "help", text: parsing.printed };
}

/** Help in our own words, and mistakes as errors instead of an end of the process. */
function describe(parsing: Parsing, command: Command): void {
  const texts = helpTexts[parsing.lang];
  const titles: Readonly<Record<string, string>> = {
    "Usage:": texts.usage,
    "Commands:": texts.commands,
    "Options:": texts.options,
    "Global Options:": texts.globalOptions,
    "Arguments:": texts.arguments,
  };
  const translate = (usage: string): string =>
    usage.replace("[options]", `[${texts.optionsWord}]`).replace("[command]", `[${texts.command}]`);
  command
    .helpOption("-h, --help", texts.helpOption)
    .exitOverride((error) => {
      parsing.mistaken = pathOf(command);
      throw error;
    })
    .configureOutput({ writeOut: (text) => (parsing.printed += text), writeErr: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option) =>
        option.argChoices === undefined
          ? option.description
          : `${option.description} (${texts.choices} ${option.argChoices.join(", ")})`,
      commandUsage: (cmd) => `${pathOf(cmd)} ${translate(cmd.usage())}`,
      subcommandTerm: (cmd) => `${cmd.name()} ${translate(cmd.usage())}`.trim(),
    });
  addHelpParts(command, parsing.lang);
}

function fullHelp(parsing: Parsing, command: Command): string {
  parsing.printed = "";
  command.outputHelp();
  return parsing.printed;
}

function describeRoot(parsing: Parsing): void {
  const { root, lang } = parsing;
  const texts = helpTexts[lang];
  describe(parsing, root);
  root
    .description(texts.tagline)
    .option("-V, --version", texts.versionOption)
    .addOption(new Option("--lang <lang>", texts.langOption).choices(["vi", "en"]))
    .option("--data-dir <folder>", texts.dataDirOption)
    .option("--no-color", texts.noColorOption)
    .helpCommand(false)
    .action(async () => {
      if (root.args.length > 0) throw new UserError(await unknownCommand(parsing, root, root.args[0] ?? ""));
      parsing.found = { kind: "none", text: fullHelp(parsing, root), global: root.opts<GlobalOptions>() };
    })
    .allowExcessArguments(true);
  const help = root.command("help [command...]").description(texts.helpCommand);
  describe(parsing, help);
  help.action(async () => {
    parsing.found = { kind: "help", text: await helpOf(parsing, help.args) };
  });
}

/** `help visits import`: what `visits import --help` prints. */
async function helpOf(parsing: Parsing, words: readonly string[]): Promise<string> {
  let at = parsing.root;
  for (const word of words) {
    const next = at.commands.find((one) => one.name() === word);
    if (next === undefined) throw new UserError(await unknownCommand(parsing, at, word));
    at = next;
  }
  return fullHelp(parsing, at);
}

function addCommand(parsing: Parsing, parent: Command, spec: CommandSpec): void {
  const { root, lang } = parsing;
  const texts = helpTexts[lang];
  const command = parent.command(spec.name).description(texts[spec.help]).allowExcessArguments(false);
  describe(parsing, command);
  for (const arg of spec.args) {
    const made = new Argument(arg.notation, texts[arg.help]);
    command.addArgument(arg.choices === undefined ? made : made.choices([...arg.choices]));
  }
  for (const option of spec.options) {
    const made = new Option(option.flags, texts[option.help]);
    command.addOption(option.choices === undefined ? made : made.choices([...option.choices]));
  }
  if (spec.subcommands !== undefined) {
    for (const child of spec.subcommands) addCommand(parsing, command, child);
    command.allowExcessArguments(true).helpCommand(false);
    command.action(async () => {
      if (command.args.length > 0) throw new UserError(await unknownCommand(parsing, command, command.args[0] ?? ""));
      parsing.found = { kind: "none", text: fullHelp(parsing, command), global: {} };
    });
    return;
  }
  command.action(() => {
    const args = parent === root ? command.args : [spec.name, ...command.args];
    const options = command.opts<OptionValues>();
    parsing.found = { kind: "run", spec, args, options, global: root.opts<GlobalOptions>() };
  });
}

function pathOf(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name());
  return names.join(" ");
}

async function unknownCommand({ lang }: Parsing, parent: Command, found: string): Promise<string> {
  const { meant } = await import("../text/meant.ts");
  const names = parent.commands.map((one) => one.name());
  const path = pathOf(parent);
  const typed = `${path} ${found}`.replace(/^qbrecover /u, "");
  const { unknownCommand: message, seeHelp } = cliTexts[lang];
  return `${message(typed)}${meant(found, names, lang)}\n${seeHelp(path)}`;
}

// commander words its messages in English only; the quoted parts carry over, the sentence is ours.
function explain(error: CommanderError, lang: Lang, command: string): string {
  const texts = cliTexts[lang];
  const quoted = [...error.message.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? "");
  const suggestion = /Did you mean (?:one of )?([^?]+)\?/u.exec(error.message)?.[1];
  const hint = suggestion === undefined ? "" : `\n${texts.didYouMean(suggestion)}`;
  const see = `\n${texts.seeHelp(command)}`;
  switch (error.code) {
    case "commander.unknownOption":
      return texts.unknownOption(quoted[0] ?? "") + hint + see;
    case "commander.unknownCommand":
      return texts.unknownCommand(quoted[0] ?? "") + hint + see;
    case "commander.missingArgument":
      return texts.missingArgument(quoted[0] ?? "") + see;
    case "commander.optionMissingArgument":
      return texts.missingValue(quoted[0] ?? "") + see;
    case "commander.excessArguments":
      return (
        texts.tooMany(
          error.message
            .replace(/^.*but got \d+:?/u, "")
            .replace(/\.$/u, "")
            .trim(),
        ) + see
      );
    case "commander.invalidArgument": {
      const choices = /Allowed choices are ([^.]+)\./u.exec(error.message)?.[1] ?? "";
      // "option '-f, --format <x>' argument 'pdf' is invalid", "command-argument value 'pdf' is invalid for argument 'x'"
      const [place = "", value = ""] = error.message.includes("command-argument") ? quoted.toReversed() : quoted;
      return optionMistakes[lang].badChoice(place.split(" ").slice(0, 2).join(" "), choices, value) + see;
    }
    default:
      return error.message + see;
  }
}
