import type { CommandContext } from "../base/context.ts";
import { UserError } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { stringOption } from "../base/options.ts";
import { parseTime } from "../form/parse.ts";
import { report } from "../text/report.ts";

/**
 * `--since` as midnight of that day in the laptop's zone, milliseconds since the epoch; null where it was not given.
 * UserError 64 for anything but a date.
 */
export function sinceOption(context: CommandContext, options: OptionValues): number | null {
  const text = stringOption(options, "since");
  if (text === undefined) return null;
  const bad = new UserError(report[context.lang].badDate(oneLine(text, 40)));
  // As people write days, and as programs do.
  const day = parseTime(text.trim());
  if (day === null || day.length !== "2026-11-21".length) throw bad;
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" }).toZonedDateTime(context.timeZone).epochMilliseconds;
  } catch {
    throw bad;
  }
}
