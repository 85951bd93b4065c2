import { UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { siteNamed } from "../../survey/site-options.ts";
import { makeSite } from "../../survey/site.ts";
import { answersFile } from "../../text/answers-file.ts";
import type { Lang } from "../../base/languages.ts";
import { siteSchema, type Answers, type Site, type Visit } from "../../visit/schema.ts";
import { SAFETY_QUESTIONS } from "../data/safety-questions.ts";
import { SITE_COLUMNS } from "./columns.ts";
import type { Problem, RawAnswers, RawCell } from "./raw.ts";
import { answerReader, textOf, type Reader } from "./reader.ts";
import { understandDevice, type ImportedDevice } from "./understand-device.ts";

export interface Understood {
  readonly header: Partial<Pick<Visit, "campaign" | "technician" | "stage">>;
  readonly site: Site | null;
  readonly safety: Answers;
  readonly survey: Answers;
  readonly devices: readonly ImportedDevice[];
  readonly problems: readonly Problem[];
}

/** Reads every value by its question (pure). All mistakes are collected; blanks are questions that were not answered. */
export function understand(raw: RawAnswers, lang: Lang): Understood {
  const reader = answerReader(lang);
  const header = reader.readAll(SITE_COLUMNS, raw.site);
  return {
    header: headerOf(header),
    site: siteOf(raw.site.get("unit"), header, reader),
    safety: reader.readAll(SAFETY_QUESTIONS, raw.safety),
    survey: reader.readAll(SURVEY_QUESTIONS, raw.survey),
    devices: raw.devices.flatMap((device) => understandDevice(device, reader) ?? []),
    problems: reader.problems,
  };
}

function headerOf({ campaign, technician, stage }: Answers): Understood["header"] {
  return {
    ...(typeof campaign === "string" ? { campaign } : {}),
    ...(typeof technician === "string" ? { technician } : {}),
    ...(stage === "before" || stage === "after" ? { stage } : {}),
  };
}

function siteOf(unit: RawCell | undefined, header: Answers, reader: Reader): Site | null {
  if (unit === undefined || unit.text === "") return null;
  try {
    const site = siteNamed(unit.text, textOf(header["name"]), reader.lang);
    const type = siteSchema.shape.type.safeParse(header["type"]);
    return type.success ? makeSite({ ...site, type: type.data }) : site;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // The message names the candidates, each on a line of its own.
    reader.wrong(unit, `${answersFile[reader.lang].unit} (${oneLine(error.message.replace(/^--unit: /u, ""), 400)})`);
    return null;
  }
}
