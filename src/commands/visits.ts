import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { cli } from "../text/cli.ts";

/** `qbrecover visits list|show|import|export|remove|check|rescue`. The first argument names which. */
export async function run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const [name = "", ...rest] = args;
  switch (name) {
    case "list":
      return (await import("./visits/list.ts")).listVisits(context);
    case "show":
      return (await import("./visits/show.ts")).showVisit(context, rest);
    case "import":
      return await (await import("./visits/import.ts")).importVisits(context, rest, options);
    case "export":
      return await (await import("./visits/export.ts")).exportVisits(context, rest, options);
    case "check":
      return (await import("./visits/check.ts")).checkVisits(context);
    case "rescue":
      return await (await import("./visits/rescue.ts")).rescueVisits(context, options);
    case "remove":
      return await (await import("./visits/remove.ts")).removeVisits(context, rest, options);
    default:
      throw new UserError(cli[context.lang].unknownCommand(`visits ${name}`), EXIT.usage);
  }
}
