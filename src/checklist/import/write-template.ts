import type { CommandContext } from "../../cli/context.ts";
import type { ExitCode } from "../../cli/exit.ts";
export async function writeTemplate(_c: CommandContext, _f: string): Promise<ExitCode> {
  throw new Error("later");
}
