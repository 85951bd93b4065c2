import { jsonText } from "../base/json-text.ts";
import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { addProfile } from "../profile/add.ts";
import { addedIds } from "../profile/added.ts";
import { BUILTIN_IDS } from "../profile/builtin/index.ts";
import { loadProfile } from "../profile/load.ts";
import { readKept } from "../profile/office/kept.ts";
import { profile as texts } from "../text/profile.ts";
import { DEFAULT_PROFILE } from "./shared/default-profile.ts";
import { flagOption } from "../base/options.ts";
import { profileRow, LIST_COLUMNS, showProfile } from "./shared/show-profile.ts";
import { renderTable } from "../terminal/table.ts";

/** `profile list|show|validate|add|set|test|collect|schema`; args[0] is the subcommand. */
export async function run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const [subcommand, target = ""] = args;
  switch (subcommand) {
    case "list":
      return list(context);
    case "show":
      return show(context, target, flagOption(options, "json"));
    case "validate":
      return validate(context, target);
    case "add":
      return add(context, target);
    case "set":
      return (await import("./profile/set.ts")).set(context, args.slice(1), options);
    case "test":
      return (await import("./profile/test.ts")).test(context, args[1], options);
    case "collect":
      return (await import("./profile/collect.ts")).collect(context, args.slice(1), options);
    default:
      return schema(context);
  }
}

async function list(context: CommandContext): Promise<ExitCode> {
  const { lang, dataDir } = context;
  const ids = [...new Set([...BUILTIN_IDS, ...(await addedIds(dataDir))])];
  const rows = await Promise.all(ids.map((id) => row(context, id)));
  context.out(renderTable(LIST_COLUMNS[lang], rows, { width: context.columns }));
  context.out(`\n${texts[lang].defaultMark(DEFAULT_PROFILE)}\n`);
  return EXIT.healthy;
}

/** A broken file must not hide the others. */
async function row(context: CommandContext, id: string): Promise<readonly string[]> {
  try {
    return profileRow(await loadProfile(id, context.dataDir, context.lang, context), context.now(), context.lang);
  } catch (error) {
    if (error instanceof UserError)
      return [oneLine(id, 80), "?", texts[context.lang].originAdded, "?", texts[context.lang].broken];
    throw error;
  }
}

async function show(context: CommandContext, idOrFile: string, json: boolean): Promise<ExitCode> {
  const loaded = await loadProfile(idOrFile, context.dataDir, context.lang, context);
  for (const warning of loaded.warnings) context.err(`${warning}\n`);
  context.out(
    json
      ? `${jsonText(loaded.source, 2)}\n`
      : `${showProfile(loaded, context.columns, context.lang)}${await keptLines(context, loaded.profile.id)}`,
  );
  return EXIT.healthy;
}

/** What `profile set` keeps over this profile: all sites first. */
async function keptLines({ dataDir, lang }: CommandContext, id: string): Promise<string> {
  const { everywhere, sites } = await readKept(dataDir, id, lang);
  const lines = [["", everywhere] as const, ...Object.entries(sites)].flatMap(([site, settings]) =>
    Object.entries(settings).map(
      ([name, value]) => `  ${site === "" ? "" : `${site}: `}${name} = ${oneLine(value, 200)}\n`,
    ),
  );
  return lines.length === 0 ? "" : `\n${texts[lang].keptTitle}\n${lines.join("")}`;
}

async function validate(context: CommandContext, idOrFile: string): Promise<ExitCode> {
  const { profile, hash, warnings } = await loadProfile(idOrFile, context.dataDir, context.lang, context);
  const words = texts[context.lang];
  for (const warning of warnings) context.err(`${warning}\n`);
  const checked = profile.systems.filter((system) => system.enabled && system.endpoints.length > 0).length;
  context.out(
    `${words.valid(oneLine(idOrFile, 200), profile.id, profile.version)}\n${words.counts(checked, profile.systems.length)}\n${words.hash(hash)}\n`,
  );
  return EXIT.healthy;
}

async function add(context: CommandContext, file: string): Promise<ExitCode> {
  const words = texts[context.lang];
  const loaded = await loadProfile(file, context.dataDir, context.lang, context);
  for (const warning of loaded.warnings) context.err(`${warning}\n`);
  const { id, version } = loaded.profile;
  const done = await addProfile(loaded, context.dataDir, context.lang, context);
  const set = Object.keys((await readKept(context.dataDir, id, context.lang)).everywhere);
  if (set.length > 0) context.err(`${words.keptOverrides(set.join(", "))}\n`);
  if (done.kind === "same") context.out(`${words.already(id, version)}\n`);
  else
    context.out(
      `${done.replaced === null ? words.added(id, version, done.file) : words.replaced(id, done.replaced, version)}\n`,
    );
  return EXIT.healthy;
}

async function schema(context: CommandContext): Promise<ExitCode> {
  const { profileJsonSchema } = await import("../profile/json-schema.ts");
  context.out(`${jsonText(profileJsonSchema(), 2)}\n`);
  return EXIT.healthy;
}
