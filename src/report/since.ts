import type { CommandContext } from "../cli/context.ts";
import { UserError } from "../cli/exit.ts";
import type { OptionValues } from "../cli/option-values.ts";
import { oneLine } from "../cli/terminal-safe.ts";
import { stringOption } from "../cli/options.ts";
import { report } from "../text/report.ts";

/** `--since` as midnight of that day in the laptop's zone, milliseconds since the epoch; null where it was not given. UserError 64 for anything but a date. */
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
