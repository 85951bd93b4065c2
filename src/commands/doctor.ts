import { jsonText } from "../base/json-text.ts";
import { homedir } from "node:os";
import type { CommandContext } from "../base/context.ts";
import { EXIT, type ExitCode } from "../base/exit.ts";
import { isoWithOffset } from "../base/local-time.ts";
import type { OptionValues } from "../base/option-values.ts";
import { stringOption } from "../base/options.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { VERSION } from "../base/version.ts";
import { realLocalSource } from "../collect/local/index.ts";
import { scanContext } from "../collect/plan/scan-context.ts";
import type { RawOutput } from "../evidence/schema.ts";
import { toFile } from "../report/sink.ts";
import { renderTable } from "../terminal/table.ts";
import { doctor as doctorTexts, doctorRows, doctorStates } from "../text/doctor.ts";
import { networkRows } from "./doctor/facts.ts";
import { datedRows, machineRows } from "./doctor/machine.ts";
import { isSound, type Row } from "./doctor/row.ts";
import { secondSource } from "./doctor/second.ts";
import { storeRows } from "./doctor/store.ts";
import { checkRecordFile } from "./shared/record-file.ts";

const LOCAL_MS = 5000;

/**
 * `qbrecover doctor`: this laptop and this installation on one screen. What the product reads by the system's own interfaces stands beside what
 * the system's tools say. Exit status 0 where everything agrees and is well, 2 otherwise.
 */
export async function run(context: CommandContext, _args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const raw: RawOutput[] = [];
  const collect = scanContext(context, context.signal, raw);
  const source = realLocalSource(context.platform);
  const before = await source.before(collect, LOCAL_MS);
  const [after, second] = await Promise.all([source.after(collect, before, LOCAL_MS), secondSource(collect)]);
  const seen = [...before, ...after.filter((one) => one.collector === "neighbours")];
  const rows: Row[] = [
    ...networkRows(seen, second),
    ...(await machineRows(context, collect)),
    ...(await datedRows(context, collect)),
    ...(await storeRows(context)),
  ];
  if (context.signal.aborted) return EXIT.interrupted;
  const report = {
    schemaVersion: 1,
    tool: { name: "qbrecover", version: VERSION, platform: context.platform, runtime: process.version },
    takenAt: isoWithOffset(context.now(), context.timeZone),
    sound: rows.every(isSound),
    rows,
  };
  const file = stringOption(options, "record");
  if (file !== undefined) await record(context, file, { ...report, raw });
  context.out(options["json"] === true ? `${jsonText(report)}\n` : table(context, rows));
  if (file !== undefined) context.err(`${doctorTexts[context.lang].recorded(oneLine(file, 200))}\n`);
  return report.sound ? EXIT.healthy : EXIT.degraded;
}

function table(context: CommandContext, rows: readonly Row[]): string {
  const texts = doctorTexts[context.lang];
  const columns = [
    { title: texts.what },
    { title: texts.native, fit: "wrap" as const },
    { title: texts.system, fit: "wrap" as const },
    { title: texts.state },
  ];
  // "There is none" and "not told" are different facts.
  const shown = (told: string | null): string => (told === "" ? texts.none : (told ?? "–"));
  const cells = rows.map((row) => [
    `${doctorRows[context.lang][row.id]} ${row.subject}`.trim(),
    shown(row.native),
    shown(row.system),
    doctorStates[context.lang][row.state],
  ]);
  const bad = rows.filter((row) => !isSound(row)).length;
  return `${renderTable(columns, cells, { width: context.columns })}\n${bad === 0 ? texts.sound : texts.unsound(bad)}\n`;
}

/** Everything that was read and said, for whoever works on the tool; the name of the person's own folder is left out. */
async function record(context: CommandContext, file: string, report: object): Promise<void> {
  const text = JSON.stringify(report, null, 1);
  const home = JSON.stringify(homedir()).slice(1, -1);
  await checkRecordFile(context, file);
  await toFile(context, file, [`${home.length > 1 ? text.replaceAll(home, "~") : text}\n`], { force: true });
}
