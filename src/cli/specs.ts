import type { HelpKey } from "../text/help.ts";
import type { CommandContext } from "../base/context.ts";
import type { ExitCode } from "../base/exit.ts";
import { SCHEMA_NAMES, type OptionValues } from "../base/option-values.ts";

/** What a file in src/commands exports. Returns the exit status; the one exit point is src/cli.ts. */
export interface CommandModule {
  run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode>;
}

interface OptionSpec {
  readonly flags: string;
  readonly help: HelpKey;
  readonly choices?: readonly string[];
}

interface ArgSpec {
  readonly notation: string;
  readonly help: HelpKey;
  readonly choices?: readonly string[];
}

export interface CommandSpec {
  readonly name: string;
  /** commander's notation: `<file>` needed, `[visit...]` any number. */
  readonly args: readonly ArgSpec[];
  readonly help: HelpKey;
  readonly options: readonly OptionSpec[];
  readonly subcommands?: readonly CommandSpec[];
  load(): Promise<CommandModule>;
}

const probing: readonly OptionSpec[] = [
  { flags: "--only <group...>", help: "only" },
  { flags: "--skip <group...>", help: "skip" },
  { flags: "--deadline <seconds>", help: "deadline" },
  { flags: "--record <file>", help: "record" },
  { flags: "--events", help: "events" },
];
const showing: readonly OptionSpec[] = [
  { flags: "--json", help: "json" },
  { flags: "--full", help: "full" },
  { flags: "--explain", help: "explain" },
];
const visitFacts: readonly OptionSpec[] = [
  { flags: "--unit <code-or-name>", help: "unit" },
  { flags: "--site <name>", help: "site" },
  { flags: "--stage <stage>", help: "stage", choices: ["before", "after"] },
  { flags: "--campaign <id>", help: "campaign" },
  { flags: "--technician <name>", help: "technician" },
];

const PARENTS = {
  profile: () => import("../commands/profile.ts"),
  visits: () => import("../commands/visits.ts"),
  units: () => import("../commands/units.ts"),
} as const satisfies Readonly<Record<string, () => Promise<CommandModule>>>;

/** All commands (CONTRACT, design, section 6). Nothing here imports a command: the first use of one loads it. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: "scan",
    args: [],
    help: "scan",
    options: [
      { flags: "-p, --profile <id-or-file>", help: "profileOption" },
      ...probing,
      { flags: "--set <name=address...>", help: "set" },
      { flags: "--sweep", help: "sweepAll" },
      { flags: "--no-sweep", help: "noSweep" },
      { flags: "--satellite", help: "satellite" },
      { flags: "--batch", help: "batch" },
      ...showing,
      ...visitFacts,
      { flags: "--visit <id>", help: "scanVisit" },
      { flags: "--machine [name]", help: "machine" },
      { flags: "--no-save", help: "noSave" },
    ],
    load: () => import("../commands/scan.ts"),
  },
  {
    name: "checklist",
    args: [],
    help: "checklist",
    options: [
      { flags: "--visit <id>", help: "checklistVisit" },
      { flags: "--new", help: "checklistNew" },
      { flags: "--answers <file>", help: "answers" },
      { flags: "--template <file>", help: "template" },
      { flags: "--explain <device>", help: "explainDevice" },
      { flags: "-p, --profile <id-or-file>", help: "unitsProfile" },
      ...visitFacts,
    ],
    load: () => import("../commands/checklist.ts"),
  },
  {
    name: "report",
    args: [{ notation: "[visit...]", help: "reportVisits" }],
    help: "report",
    options: [
      { flags: "-f, --format <format>", help: "format", choices: ["csv", "json", "ndjson", "html", "pdf", "text"] },
      {
        flags: "-t, --table <table>",
        help: "table",
        choices: ["findings", "systems", "devices", "visits", "survey", "needs", "priority", "machines"],
      },
      { flags: "--all", help: "all" },
      { flags: "--since <date>", help: "since" },
      { flags: "--needs", help: "needs" },
      { flags: "--priority", help: "priority" },
      { flags: "--practice", help: "practiceOnly" },
      { flags: "--excel", help: "excel" },
      { flags: "--csv-sep <separator>", help: "csvSep", choices: ["auto", "comma", "semicolon"] },
      { flags: "-o, --output <file>", help: "output" },
      { flags: "--force", help: "force" },
    ],
    load: () => import("../commands/report.ts"),
  },
  {
    name: "compare",
    args: [
      { notation: "[before]", help: "compareBefore" },
      { notation: "[after]", help: "compareAfter" },
    ],
    help: "compare",
    options: [
      { flags: "--site <id>", help: "compareSite" },
      { flags: "-f, --format <format>", help: "format", choices: ["text", "json"] },
      { flags: "-o, --output <file>", help: "output" },
      { flags: "--force", help: "force" },
    ],
    load: () => import("../commands/compare.ts"),
  },
  {
    name: "watch",
    args: [],
    help: "watch",
    options: [
      { flags: "-p, --profile <id-or-file>", help: "profileOption" },
      { flags: "--set <name=address...>", help: "set" },
      { flags: "--interval <seconds>", help: "interval" },
      { flags: "--for <minutes>", help: "watchFor" },
      { flags: "--events", help: "events" },
    ],
    load: () => import("../commands/watch.ts"),
  },
  {
    name: "doctor",
    args: [],
    help: "doctor",
    options: [
      { flags: "--json", help: "json" },
      { flags: "--record <file>", help: "doctorRecord" },
    ],
    load: () => import("../commands/doctor.ts"),
  },
  {
    name: "judge",
    args: [{ notation: "<file>", help: "judgeFile" }],
    help: "judge",
    options: [...showing],
    load: () => import("../commands/judge.ts"),
  },
  {
    name: "profile",
    args: [],
    help: "profile",
    options: [],
    subcommands: [
      sub("profile", "list", [], "profileList"),
      sub("profile", "show", ["<id-or-file>"], "profileShow", [{ flags: "--json", help: "json" }]),
      sub("profile", "validate", ["<file>"], "profileValidate"),
      sub("profile", "add", ["<file>"], "profileAdd"),
      sub("profile", "set", ["<name=address...>"], "profileSet", [
        { flags: "-p, --profile <id-or-file>", help: "profileOption" },
        { flags: "--unit <code-or-name>", help: "unit" },
        { flags: "--site <name>", help: "site" },
      ]),
      sub("profile", "test", ["[id-or-file]"], "profileTest", [
        { flags: "--system <id...>", help: "testSystem" },
        { flags: "--set <name=address...>", help: "set" },
        { flags: "--json", help: "json" },
      ]),
      sub("profile", "collect", ["[visit...]"], "profileCollect", [
        { flags: "-p, --profile <id-or-file>", help: "profileOption" },
        { flags: "-o, --output <file>", help: "output" },
        { flags: "--force", help: "force" },
      ]),
      sub("profile", "schema", [], "profileSchema"),
    ],
    load: () => import("../commands/profile.ts"),
  },
  {
    name: "visits",
    args: [],
    help: "visits",
    options: [],
    subcommands: [
      sub("visits", "list", [], "visitsList"),
      sub("visits", "show", ["<visit>"], "visitsShow"),
      sub("visits", "import", ["<file-or-folder...>"], "visitsImport", [
        { flags: "--conflicts <choice>", help: "conflicts", choices: ["keep", "take"] },
      ]),
      sub("visits", "export", ["[visit...]"], "visitsExport", [
        { flags: "--all", help: "all" },
        { flags: "--since <date>", help: "since" },
        { flags: "-o, --output <file-or-folder>", help: "output" },
        { flags: "--force", help: "force" },
      ]),
      sub("visits", "check", [], "visitsCheck"),
      sub("visits", "rescue", [], "visitsRescue", [{ flags: "-o, --output <file>", help: "rescueOutput" }]),
      sub("visits", "remove", ["<visit...>"], "visitsRemove", [{ flags: "--yes", help: "yes" }]),
    ],
    load: () => import("../commands/visits.ts"),
  },
  {
    name: "upload",
    args: [{ notation: "[visit...]", help: "uploadVisits" }],
    help: "upload",
    options: [
      { flags: "--to <url>", help: "uploadTo" },
      { flags: "--bundle <file>", help: "bundle" },
      { flags: "--force", help: "force" },
      { flags: "--all", help: "uploadAll" },
      { flags: "--practice", help: "practiceOnly" },
    ],
    load: () => import("../commands/upload.ts"),
  },
  {
    name: "units",
    args: [],
    help: "units",
    options: [],
    subcommands: [
      sub("units", "list", ["[list]"], "unitsList", [
        { flags: "--province <code>", help: "province" },
        { flags: "--json", help: "json" },
      ]),
      sub("units", "find", ["<name...>"], "unitsFind", [
        { flags: "-p, --profile <id-or-file>", help: "unitsProfile" },
        { flags: "--all", help: "unitsAll" },
        { flags: "--json", help: "json" },
      ]),
      sub("units", "add", ["<file>"], "unitsAdd"),
    ],
    load: () => import("../commands/units.ts"),
  },
  {
    name: "schema",
    args: [{ notation: "<document>", help: "schemaName", choices: SCHEMA_NAMES }],
    help: "schema",
    options: [],
    load: () => import("../commands/schema.ts"),
  },
  {
    name: "practice",
    args: [],
    help: "practice",
    options: [
      { flags: "--fault <name>", help: "fault" },
      { flags: "--list", help: "faultList" },
      ...probing,
      { flags: "--batch", help: "batch" },
      ...showing,
      ...visitFacts,
      { flags: "--save", help: "practiceSave" },
    ],
    load: () => import("../commands/practice.ts"),
  },
];

function sub(
  parent: keyof typeof PARENTS,
  name: string,
  args: readonly string[],
  help: HelpKey,
  options: readonly OptionSpec[] = [],
): CommandSpec {
  const load = PARENTS[parent];
  return { name, args: args.map((notation) => ({ notation, help })), help, options, load };
}
