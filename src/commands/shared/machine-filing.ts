import { hostname } from "node:os";
import type { CommandContext } from "../../base/context.ts";
import { UserError } from "../../base/exit.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { stringOption } from "../../base/options.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { machines as texts } from "../../text/machines.ts";
import { machineId } from "../../visit/machine-id.ts";
import { MOST_MACHINES, type Visit } from "../../visit/schema.ts";
import type { VisitStore } from "../../visit/store.ts";
import { newestOpenVisit, placeOfVisit } from "./open-visit.ts";
import { openForWork } from "./open-for-work.ts";
import type { Filing } from "./visit-filing.ts";

/** The visit of an office, into which the scan of one of its computers goes. */
export interface MachineFiling extends Filing {
  /** What people call this computer. */
  readonly name: string;
  /** The visit as it is stored now, with what others have added meanwhile. */
  read(): Visit;
}

/** A visit that was left open longer ago is hardly the one that is meant. */
const OPEN_MS = 3 * 86_400_000;
const LONGEST_NAME = 100;
/** Options that say something of the visit, which is there already. */
const OF_THE_VISIT = ["unit", "site", "stage", "campaign", "technician"];

/**
 * The visit that this computer is added to: the one of `--visit`, else the newest open one. Nothing else of the visit is
 * written, so that several computers can be added at once.
 * @throws UserError 78 where the store cannot be written, 64 where no visit is open or the options do not fit
 */
export async function fileMachine(context: CommandContext, options: OptionValues): Promise<MachineFiling> {
  const words = texts[context.lang];
  const name = nameOf(options, context);
  for (const option of OF_THE_VISIT)
    if (options[option] !== undefined) throw new UserError(words.visitsOwn(`--${option}`));
  if (options["save"] === false) throw new UserError(words.notSaved);
  const store = await openForWork(context);
  try {
    const visit = store.get(stringOption(options, "visit") ?? openVisit(context, store));
    return {
      store,
      visit,
      name,
      baseline: visit.site === null ? null : store.baselineFor(visit.site.id, visit.id),
      keep: () => undefined,
      save: (evidence, verdict) => {
        const id = machineId(name, evidence);
        const { machines = [] } = store.get(visit.id);
        if (machines.length >= MOST_MACHINES && !machines.some((one) => one.id === id))
          throw new UserError(words.full(MOST_MACHINES));
        store.saveMachine(
          visit.id,
          { id, name, scan: { evidence, verdict } },
          isoWithOffset(context.now(), context.timeZone),
        );
        return Promise.resolve();
      },
      read: () => store.get(visit.id),
      close: () => store.close(),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

function nameOf(options: OptionValues, context: CommandContext): string {
  const typed = stringOption(options, "machine");
  const name = oneLine(typed ?? hostname(), LONGEST_NAME + 1).trim();
  if (name === "" || name.length > LONGEST_NAME) throw new UserError(texts[context.lang].badName);
  return name;
}

function openVisit(context: CommandContext, store: VisitStore): string {
  const words = texts[context.lang];
  const open = newestOpenVisit(store);
  if (open === null) throw new UserError(words.noOpenVisit);
  // A clock that was drowned stands in the past: that says nothing about the visit.
  if (context.now() - open.updatedMs > OPEN_MS) throw new UserError(words.oldVisit(placeOfVisit(open)));
  return open.id;
}
