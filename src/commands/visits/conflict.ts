import type { CommandContext } from "../../base/context.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { viewTime } from "../../report/csv/people.ts";
import { differencesOf } from "../../report/text/differences.ts";
import { terminalUi } from "../../terminal/prompts/terminal-ui.ts";
import { PausedError } from "../../terminal/prompts/ui.ts";
import { differences } from "../../text/differences.ts";
import type { Conflict, ImportWorld } from "../../visit/exchange/import-files.ts";

/** So many places of a conflict are shown. */
const SHOWN = 25;

/**
 * How conflicts end: by `--conflicts keep|take`, by asking in a terminal, else undecided. Both sides are shown in any case.
 * @param option value of --conflicts
 */
export function decideConflict(context: CommandContext, option: string | undefined): ImportWorld["decide"] {
  return async (conflict) => {
    context.err(`${shown(conflict, context)}\n`);
    if (option === "keep") return "stored";
    if (option === "take") return "file";
    return context.interactive ? await ask(context) : null;
  };
}

async function ask(context: CommandContext): Promise<"stored" | "file" | null> {
  const texts = differences[context.lang];
  try {
    const reply = await terminalUi(context).choose({
      message: texts.ask,
      options: [
        { value: "later", name: texts.later },
        { value: "stored", name: texts.keep },
        { value: "file", name: texts.take },
      ],
    });
    if (reply.kind !== "answer") return null;
    return reply.value === "stored" || reply.value === "file" ? reply.value : null;
  } catch (error) {
    if (error instanceof PausedError) return null;
    throw error;
  }
}

function shown({ place, stored, incoming }: Conflict, { lang }: CommandContext): string {
  const texts = differences[lang];
  const found = differencesOf(stored, incoming, lang);
  const time = (iso: string): string => oneLine(viewTime(iso, true), 40);
  const by = (technician: string): string => oneLine(technician, 40);
  return [
    texts.title(stored.id, place),
    `  ${texts.sides(time(stored.updatedAt), by(stored.technician), time(incoming.updatedAt), by(incoming.technician))}`,
    ...found.slice(0, SHOWN).map(({ what, one, other }) => texts.line(what, one, other)),
    ...(found.length > SHOWN ? [texts.more(found.length - SHOWN)] : []),
  ].join("\n");
}
