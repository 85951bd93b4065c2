import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { FAULTS, findFault } from "../practice/faults.ts";
import { startOffice, type Office } from "../practice/office.ts";
import type { FaultPlan } from "../practice/plan.ts";
import { meant } from "../text/meant.ts";
import { practice as texts, practiceSees, practiceWhat } from "../text/practice.ts";
import { flagOption, stringOption } from "../base/options.ts";
import { scanAndShow } from "./shared/run-and-show.ts";
import { scanOptions } from "./shared/scan-options.ts";
import { renderTable } from "../terminal/table.ts";
import { fileVisit } from "./shared/visit-filing.ts";
import { codeOf } from "../base/error-code.ts";

/** Keeps practice visits apart from real ones in every table. */
const PRACTICE_CAMPAIGN = "luyen-tap";

/**
 * An office of real servers on this very machine, healthy or with a chosen fault, scanned and judged like any other.
 */
export async function run(context: CommandContext, _args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const words = texts[context.lang];
  if (flagOption(options, "list")) {
    context.out(`${words.list}\n\n${faultTable(context)}`);
    return EXIT.healthy;
  }
  const fault = chosenFault(context, stringOption(options, "fault"));
  const checked = scanOptions(options, context.lang);
  const filing = flagOption(options, "save")
    ? await fileVisit(context, { ...options, campaign: stringOption(options, "campaign") ?? PRACTICE_CAMPAIGN })
    : null;
  try {
    if (!checked.batch) context.err(`${words.banner}\n${fault === null ? "" : `${words.bannerFault(fault.name)}\n`}`);
    const office = await open(context, fault);
    try {
      const result = await scanAndShow(
        context,
        {
          ...office,
          site: { satellite: "unknown", hadInternet: "unknown" },
          baseline: null,
          visit: filing?.visit ?? null,
          save:
            filing === null
              ? null
              : (evidence, verdict) => filing.save(evidence, verdict, { finished: !context.signal.aborted }),
        },
        checked,
      );
      if (filing !== null && !checked.batch) context.err(`${words.saved(filing.visit.id)}\n`);
      return result.exit;
    } finally {
      await office.close();
    }
  } finally {
    filing?.close();
  }
}

function chosenFault(context: CommandContext, name: string | undefined): FaultPlan | null {
  if (name === undefined) return null;
  const found = findFault(name);
  if (found === undefined) {
    const offer = meant(
      name,
      FAULTS.map((one) => one.name),
      context.lang,
    );
    throw new UserError(
      `${texts[context.lang].unknownFault(oneLine(name, 60))}${offer}\n\n${faultTable(context)}`.trimEnd(),
    );
  }
  return found;
}

async function open(context: CommandContext, fault: FaultPlan | null): Promise<Office> {
  try {
    return await startOffice({
      fault,
      lang: context.lang,
      platform: context.platform,
      now: () => context.now(),
      randomBytes: (size) => context.randomBytes(size),
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === "") throw error;
    throw new UserError(texts[context.lang].cannotStart(code), EXIT.config);
  }
}

function faultTable(context: CommandContext): string {
  const words = texts[context.lang];
  const rows = FAULTS.map((one) => [
    one.name,
    practiceWhat[context.lang][one.cause],
    practiceSees[context.lang][one.cause],
  ]);
  return renderTable(
    [{ title: words.colName }, { title: words.colWhat, fit: "wrap" }, { title: words.colSees, fit: "wrap" }],
    rows,
    { width: context.columns },
  );
}
