import type { CommandContext } from "../../cli/context.ts";
import type { OptionValues } from "../../cli/specs.ts";
import type { Evidence } from "../../evidence/schema.ts";
import type { Verdict } from "../../judge/verdict.ts";
import { isoWithOffset } from "../../visit/local-time.ts";
import { newVisit } from "../../visit/new-visit.ts";
import type { Visit } from "../../visit/schema.ts";
import { openStore } from "../../visit/store.ts";
import { stringOption } from "./options.ts";

/** Keeps practice visits apart from real ones in every table. */
const PRACTICE_CAMPAIGN = "luyen-tap";

export interface PracticeFiling {
  readonly visit: Visit;
  save(evidence: Evidence, verdict: Verdict): Promise<void>;
  close(): void;
}

/**
 * The visit that `practice --save` writes. The store is opened before anything is scanned.
 * @throws UserError (78) where the store can't be written
 */
export async function practiceVisit(context: CommandContext, options: OptionValues): Promise<PracticeFiling> {
  const store = openStore(context.dataDir, context.lang);
  const visit = newVisit({
    now: context.now(),
    timeZone: context.timeZone,
    randomBytes: (size) => context.randomBytes(size),
    campaign: stringOption(options, "campaign") ?? PRACTICE_CAMPAIGN,
    stage: stringOption(options, "stage") === "after" ? "after" : "before",
    technician: stringOption(options, "technician") ?? "",
  });
  return {
    visit,
    save: (evidence, verdict) => {
      store.save({ ...visit, scan: { evidence, verdict }, updatedAt: isoWithOffset(context.now(), context.timeZone) });
      return Promise.resolve();
    },
    close: () => store.close(),
  };
}
