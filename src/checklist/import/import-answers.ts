import type { CommandContext } from "../../cli/context.ts";
import type { ExitCode } from "../../cli/exit.ts";
import type { Visit } from "../../visit/schema.ts";
import type { VisitStore } from "../../visit/store.ts";
export async function importAnswersFile(_c: CommandContext, _s: VisitStore, _f: string, _o: { readonly named: string | undefined; readonly header: Partial<Visit> }): Promise<ExitCode> {
  throw new Error("later");
}
