import type { CommandContext } from "../base/context.ts";
import { UserError } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { stringOption } from "../base/options.ts";
import { report } from "../text/report.ts";

/**
 * `--since` as midnight of that day in the laptop's zone, milliseconds since the epoch; null where it was not given.
 * UserError 64 for anything but a date.
 */
export function sinceOption(context: CommandContext, options: OptionValues): number | null {
  const text = stringOption(options, "since");
  if (text === undefined) return null;
  const bad = new UserError(report[context.lang].badDate(oneLine(text, 40)));
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) throw bad;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toZonedDateTime(context.timeZone).epochMilliseconds;
  } catch {
    throw bad;
  }
}
