import type { CommandContext } from "../../base/context.ts";
import { provinceOfProfile } from "../../profile/province.ts";
import { unitOption, type Gazetteer } from "../../survey/places.ts";
import { flagOption, stringOption } from "../../base/options.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { siteFromOptions, type AskUnit } from "../../survey/site-options.ts";
import { survey as surveyTexts } from "../../text/survey.ts";
import { units as unitTexts } from "../../text/units.ts";
import { loadUnits } from "../../units/load.ts";
import { refOf } from "../../units/unit.ts";
import type { Site, Visit } from "../../visit/schema.ts";
import { DEFAULT_PROFILE } from "./default-profile.ts";

/**
 * The lists of communes, loaded when they are first asked for. Communes of the profile's province are meant first: of the one that is named, else
 * of the visit's own scan, else of the usual one.
 */
export function placesOf(
  context: CommandContext,
  profile: string | undefined,
  visit: () => Visit | null,
): () => Promise<Gazetteer> {
  let opened: Promise<Gazetteer> | undefined;
  return () => (opened ??= open(context, profile, visit()));
}

/** A list that was spoiled is told and left out. */
async function open(context: CommandContext, profile: string | undefined, visit: Visit | null): Promise<Gazetteer> {
  const { units, broken } = await loadUnits(context.dataDir);
  for (const file of broken) context.err(`${unitTexts[context.lang].broken(oneLine(file, 200))}\n`);
  return { units, province: await provinceOf(context, profile, visit) };
}

async function provinceOf(
  context: CommandContext,
  profile: string | undefined,
  visit: Visit | null,
): Promise<string | null> {
  const scanned = profile === undefined ? visit?.scan?.evidence.profile.province : undefined;
  if (scanned !== undefined) return scanned;
  return provinceOfProfile(profile ?? DEFAULT_PROFILE, context.dataDir, context.lang, context);
}

/** The site that --unit and --site name; in a terminal it is asked which commune is meant where several are. */
export function siteOption(
  context: CommandContext,
  options: OptionValues,
  places = placesOf(context, stringOption(options, "profile"), () => null),
): Promise<Site | null> {
  const scripted = flagOption(options, "batch") || flagOption(options, "json");
  return siteFromOptions(options, places, unitQuestion(context, places, !scripted), context.lang);
}

/** Asks in the terminal which of several communes is meant; nobody is asked where there is none, or where scripts run. */
function unitQuestion(context: CommandContext, places: () => Promise<Gazetteer>, mayAsk: boolean): AskUnit {
  return async (units) => {
    if (!mayAsk || !context.interactive) return null;
    const [{ terminalUi }, { PausedError }, found] = await Promise.all([
      import("../../terminal/prompts/terminal-ui.ts"),
      import("../../terminal/prompts/ui.ts"),
      places(),
    ]);
    try {
      const reply = await terminalUi(context).choose({
        message: surveyTexts[context.lang].whichUnit,
        options: units.map((unit) => unitOption(found, unit, context.lang)),
      });
      return units.find((unit) => reply.kind === "answer" && refOf(unit) === reply.value) ?? null;
    } catch (error) {
      if (error instanceof PausedError) return null;
      throw error;
    }
  };
}
