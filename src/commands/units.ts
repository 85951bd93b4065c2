import { jsonText } from "../base/json-text.ts";
import path from "node:path";
import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import { flagOption, stringOption } from "../base/options.ts";
import type { OptionValues } from "../base/option-values.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { units as texts } from "../text/units.ts";
import { builtinListName } from "../units/builtin.ts";
import { findUnits, OTHER_KIND } from "../units/find.ts";
import { addedFile, loadUnits } from "../units/load.ts";
import { offeredUnits } from "../units/near.ts";
import type { Unit } from "../units/unit.ts";
import type { Gazetteer } from "../survey/places.ts";
import { placesOf } from "./shared/places.ts";
import { showUnits, unitDocument } from "./shared/show-units.ts";

/** Rows that a search shows without --all. */
const MOST_SHOWN = 40;
const MOST_NEAR = 8;

/** `units list|find|add`: the administrative units that visits are filed under; args[0] is the subcommand. */
export async function run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const [subcommand, target = ""] = args;
  switch (subcommand) {
    case "find":
      return find(context, args.slice(1).join(" "), options);
    case "add":
      return add(context, target);
    default:
      return target === "" ? lists(context) : listed(context, target, options);
  }
}

async function lists(context: CommandContext): Promise<ExitCode> {
  const { lang } = context;
  const words = texts[lang];
  const [{ units, broken, names }, { renderTable }] = await Promise.all([
    loadUnits(context.dataDir),
    import("../terminal/table.ts"),
  ]);
  for (const file of broken) context.err(`${words.broken(oneLine(file, 200))}\n`);
  const columns = [
    { title: words.colList },
    { title: words.colCount },
    { title: words.colOrigin },
    { title: words.colName, flexible: true },
  ];
  const rows = units.tables.flatMap((table) =>
    table.lists.map((id) => {
      const builtin = builtinListName(id, lang);
      const name = builtin ?? names.get(id)?.[lang] ?? "";
      return [id, String(table.all(id).length), builtin === null ? words.addedOrigin : words.builtin, name];
    }),
  );
  context.out(renderTable(columns, rows, { width: context.columns }));
  return EXIT.healthy;
}

/** Every unit of a list, of one province or of all, in the order of their codes. */
async function listed(context: CommandContext, id: string, options: OptionValues): Promise<ExitCode> {
  const words = texts[context.lang];
  const places = await placesOf(context, undefined, () => null)();
  const table = places.units.tables.find((each) => each.lists.includes(id));
  if (table === undefined) throw new UserError(words.noSuchList(oneLine(id, 60), places.units.lists.join(", ")));
  const province = stringOption(options, "province");
  if (province !== undefined && places.units.provinceName(province) === "")
    throw new UserError(words.noSuchProvince(oneLine(province, 40), places.units.provinces().join(", ")));
  const found = table
    .all(id)
    .filter((unit) => province === undefined || unit.provinceCode === province)
    .toSorted((left, right) => (left.code < right.code ? -1 : 1));
  return tell(context, places, found, found.length, options);
}

async function find(context: CommandContext, name: string, options: OptionValues): Promise<ExitCode> {
  const words = texts[context.lang];
  const places = await placesOf(context, stringOption(options, "profile"), () => null)();
  const matches = findUnits(places.units, name, places.province);
  const same = matches.filter(({ rank }) => rank <= OTHER_KIND);
  const found = (same.length > 0 ? same : matches).map(({ unit }) => unit);
  if (found.length === 0) {
    const near = offeredUnits(places.units, name, places.province, MOST_NEAR);
    const offer = near.length === 0 ? "" : `\n${words.near}\n${showUnits(places, near, context.lang)}`;
    throw new UserError(`${words.notFound(oneLine(name, 80))}${offer}`.trimEnd());
  }
  return tell(context, places, flagOption(options, "all") ? found : found.slice(0, MOST_SHOWN), found.length, options);
}

function tell(
  context: CommandContext,
  places: Gazetteer,
  shown: readonly Unit[],
  all: number,
  options: OptionValues,
): ExitCode {
  const { lang } = context;
  if (flagOption(options, "json"))
    context.out(
      `${jsonText(
        shown.map((unit) => unitDocument(places, unit)),
        2,
      )}\n`,
    );
  else context.out(showUnits(places, shown, lang));
  if (shown.length < all) context.err(`${texts[lang].moreUnits(shown.length, all)}\n`);
  return EXIT.healthy;
}

async function add(context: CommandContext, file: string): Promise<ExitCode> {
  const { addList } = await import("../units/add-list.ts");
  const words = texts[context.lang];
  const done = await addList(path.resolve(context.cwd, file), oneLine(file, 200), context.dataDir, context.lang);
  context.out(
    `${done.replaced ? words.replaced(done.id, done.count) : words.added(done.id, done.count, addedFile(context.dataDir, done.id))}\n`,
  );
  return EXIT.healthy;
}
