import type { CommandContext } from "../../base/context.ts";
import type { OptionValues } from "../../base/option-values.ts";
import type { Baseline, Evidence } from "../../evidence/schema.ts";
import type { Verdict } from "../../judge/verdict.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import { newVisit } from "../../visit/new-visit.ts";
import type { Visit } from "../../visit/schema.ts";
import type { VisitStore } from "../../visit/store.ts";
import { openForWork } from "./open-for-work.ts";
import { stringOption } from "../../base/options.ts";
import { siteOption } from "./places.ts";

/** The visit that a scan writes into, and the store it lies in. */
export interface Filing {
  readonly store: VisitStore;
  readonly visit: Visit;
  /** The office's usual network, from the last healthy visit of the same site. */
  readonly baseline: Baseline | null;
  /** Puts the visit into the store before the scan, so that what is told meanwhile has a place. */
  keep(): void;
  /** Stores the scan; `finished` closes the visit, because nobody will come back to it. */
  save(evidence: Evidence, verdict: Verdict, how: { readonly finished: boolean }): Promise<void>;
  close(): void;
}

/**
 * Opens the store and the visit: the one named by `--visit`, else a new one with what the options tell.
 * @throws UserError 78 where the store cannot be written, 64 where the visit or the unit is not known
 */
export async function fileVisit(context: CommandContext, options: OptionValues): Promise<Filing> {
  const site = await siteOption(context, options);
  const store = await openForWork(context);
  try {
    const named = stringOption(options, "visit");
    const visit = named === undefined ? fresh(context, options, site) : store.get(named);
    const place = site ?? visit.site;
    let kept = named !== undefined;
    return {
      store,
      visit: { ...visit, site: place },
      baseline: place === null ? null : store.baselineFor(place.id, visit.id),
      keep: () => {
        if (!kept) store.create({ ...visit, site: place });
        kept = true;
      },
      save: (evidence, verdict, { finished }) => {
        const at = isoWithOffset(context.now(), context.timeZone);
        // What people told since the visit was opened stays.
        const told = kept ? store.get(visit.id) : visit;
        store.save({
          ...told,
          site: place,
          scan: { evidence, verdict },
          updatedAt: at,
          finishedAt: finished ? at : visit.finishedAt,
        });
        return Promise.resolve();
      },
      close: () => store.close(),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

function fresh(context: CommandContext, options: OptionValues, site: Visit["site"]): Visit {
  return newVisit({
    now: context.now(),
    timeZone: context.timeZone,
    randomBytes: (size) => context.randomBytes(size),
    campaign: stringOption(options, "campaign") ?? "",
    stage: stringOption(options, "stage") === "after" ? "after" : "before",
    technician: stringOption(options, "technician") ?? "",
    site,
  });
}
