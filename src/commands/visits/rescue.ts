import { statSync } from "node:fs";
import path from "node:path";
import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../../base/exit.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { stringOption } from "../../base/options.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { cli } from "../../text/cli.ts";
import { visits } from "../../text/visits.ts";
import { asUserError } from "../../visit/db/errors.ts";
import { rescue, type Rescued } from "../../visit/care/rescue.ts";
import { tellLeftOut } from "../shared/left-out.ts";

/** Reads what a damaged store and its copies still give into a new one. 2 where something is lost or doubtful. */
export async function rescueVisits(context: CommandContext, options: OptionValues): Promise<ExitCode> {
  const texts = visits[context.lang];
  const output = stringOption(options, "output");
  if (output === undefined) throw new UserError(cli[context.lang].missingValue("-o, --output"));
  const target = targetOf(context, output);
  const result = await rescue(context.dataDir, target, context.lang, context).catch((error: unknown) => {
    throw asUserError(error, target, path.dirname(target), context.lang);
  });
  const whole = result.visits.filter(({ state }) => state === "whole");
  const others = result.visits.filter(({ state }) => state !== "whole");
  const kept = result.visits.filter(({ state }) => state !== "lost");
  context.out(`${[texts.rescueWhole(whole.length), ...others.map((each) => line(each, context))].join("\n")}\n`);
  const photos = tellLeftOut(context, { damaged: [], photos: result.photos });
  context.err(`${texts.rescued(kept.length, oneLine(target, 300))}\n${texts.rescueNext(oneLine(target, 300))}\n`);
  return others.length > 0 ? EXIT.degraded : photos;
}

/** A folder means a store of the usual name in it. */
function targetOf(context: CommandContext, output: string): string {
  const target = path.resolve(context.cwd, output);
  const isFolder = /[\\/]$/u.test(output) || statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? path.join(target, "visits.db") : target;
}

function line(each: Rescued, { lang }: CommandContext): string {
  const texts = visits[lang];
  const id = oneLine(each.id, 60);
  switch (each.state) {
    case "copy":
      return texts.rescueCopy(id);
    case "mended":
      return texts.rescueMended(id);
    case "lost":
      return texts.rescueLost(id);
    case "whole":
    case "partly": {
      const parts = [
        ...(each.scanLost ? [texts.rescueScan] : []),
        ...(each.lostDevices.length === 0 ? [] : [texts.rescueDevices(each.lostDevices.length)]),
        ...(each.doubtful.length === 0 ? [] : [texts.rescueDoubtful(oneLine(each.doubtful.join(", "), 200))]),
      ];
      return texts.rescuePartly(id, parts.length === 0 ? texts.rescueOlder : parts.join("; "));
    }
  }
}
