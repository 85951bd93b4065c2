import type { CommandContext } from "../../base/context.ts";
import { EXIT, type ExitCode } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { visits } from "../../text/visits.ts";
import type { PhotoProblem } from "../../visit/photos.ts";
import type { Damaged } from "../../visit/damage-ledger.ts";

/** So many are named one by one; the rest is counted. */
const NAMED = 20;

/** What could not be read or carried over. */
export interface LeftOut {
  readonly damaged: readonly Damaged[];
  readonly photos?: readonly PhotoProblem[];
}

/**
 * Names on stderr what was left out of an otherwise finished piece of work.
 * @returns 2 where something was: done, but not everything
 */
export function tellLeftOut(context: CommandContext, { damaged, photos = [] }: LeftOut): ExitCode {
  const texts = visits[context.lang];
  const lines = [
    ...damaged.map(({ id, part }) => texts.leftOut(oneLine(id, 60), oneLine(part, 100))),
    ...photos.map(({ visit, file, state }) =>
      state === "missing"
        ? texts.photoMissing(visit, oneLine(file, 100))
        : texts.photoDamaged(visit, oneLine(file, 100)),
    ),
  ];
  if (lines.length === 0) return EXIT.healthy;
  const more = lines.length > NAMED ? [texts.andMore(lines.length - NAMED)] : [];
  const next = damaged.length === 0 ? [] : [texts.damagedNext];
  context.err(`${[...lines.slice(0, NAMED), ...more, ...next].join("\n")}\n`);
  return EXIT.degraded;
}
