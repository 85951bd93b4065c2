import type { Lang } from "../../base/languages.ts";
import type { Gazetteer } from "../../survey/places.ts";
import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { answersFile } from "../../text/answers-file.ts";
import type { Answers, Visit } from "../../visit/schema.ts";
import { ALL_DEVICE_QUESTIONS } from "../data/catalogue.ts";
import { SAFETY_QUESTIONS } from "../data/safety-questions.ts";
import { answerReader } from "./reader.ts";
import { FIELD_COLUMNS, OVERRIDE_COLUMNS, SITE_COLUMNS, TYPE_COLUMN } from "./columns.ts";
import { placeOfFile, type FilePlace, type KnownUnit } from "./place-of-file.ts";
import type { Problem, RawAnswers, Remark } from "./raw.ts";
import { understandDevice, type ImportedDevice } from "./understand-device.ts";

export interface Understood {
  readonly header: Partial<Pick<Visit, "campaign" | "technician" | "stage">>;
  readonly place: FilePlace;
  readonly safety: Answers;
  readonly survey: Answers;
  readonly devices: readonly ImportedDevice[];
  readonly problems: readonly Problem[];
  readonly remarks: readonly Remark[];
}

/**
 * Reads every value by its question (pure). All mistakes are collected; blanks are questions that were not answered.
 * @param places where communes are looked up; null where the file is about no place
 * @param known a commune that is told elsewhere
 */
export function understand(raw: RawAnswers, places: Gazetteer | null, known: KnownUnit, lang: Lang): Understood {
  const reader = answerReader(lang);
  const header = reader.readAll(SITE_COLUMNS, raw.site);
  const place = placeOfFile(raw.site, header, places, known, reader);
  const safety = reader.readAll(SAFETY_QUESTIONS, raw.safety);
  const survey = reader.readAll(SURVEY_QUESTIONS, raw.survey);
  const devices = raw.devices.flatMap((device): ImportedDevice[] => {
    const understood = understandDevice(device, reader);
    return understood === null ? [] : [understood];
  });
  for (const head of raw.heads.filter(({ text }) => !KNOWN_HEADS.has(text)))
    reader.remark({ place: head.place, text: answersFile[lang].unknownHead(head.text), missing: false });
  const stage = header["stage"];
  return {
    header: {
      ...(typeof header["campaign"] === "string" ? { campaign: header["campaign"] } : {}),
      ...(typeof header["technician"] === "string" ? { technician: header["technician"] } : {}),
      ...(stage === "before" || stage === "after" ? { stage } : {}),
    },
    place,
    safety,
    survey,
    devices,
    problems: reader.problems,
    remarks: reader.remarks,
  };
}

const KNOWN_HEADS: ReadonlySet<string> = new Set(
  [TYPE_COLUMN, ...FIELD_COLUMNS, ...ALL_DEVICE_QUESTIONS, ...OVERRIDE_COLUMNS].map((column) => column.id),
);
