import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { fileProblem } from "../../text/file-problems.ts";
import { answersFile } from "../../text/answers-file.ts";
import type { Lang } from "../../base/languages.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import { newVisit } from "../../visit/new-visit.ts";
import type { Visit } from "../../visit/schema.ts";
import type { VisitStore } from "../../visit/store.ts";
import { validateCatalogue } from "../data/catalogue.ts";
import { deviceType } from "../data/device-types.ts";
import { adviceLabel } from "../labels.ts";
import { contradictionsOf } from "../triage/contradictions.ts";
import { judged } from "../session/judge-device.ts";
import { newDevice } from "../../visit/new-device.ts";
import { hasUnit } from "../../survey/site.ts";
import type { Gazetteer } from "../../survey/places.ts";
import { MOST_SHOWN } from "./reader.ts";
import { rawFromCsv } from "./from-csv.ts";
import { rawFromJson } from "./from-json.ts";
import { overruled } from "./overruled.ts";
import { siteOfFile, type KnownUnit } from "./place-of-file.ts";
import type { RawAnswers, Remark } from "./raw.ts";
import { isTemplateText } from "./template.ts";
import { understand, type Understood } from "./understand.ts";
import { decodeSheet } from "../../csv/decode.ts";

const MAX_MIB = 16;
/** Lines of a message about one file; the rest is counted. */
const MOST_LINES = 500;

/** Where the answers of a file go. */
export interface Destination {
  /** The visit to add them to; a new one where none is named. */
  readonly named: string | undefined;
  /** What the command line tells of the visit: it stands above the file. */
  readonly header: Partial<Visit>;
  readonly places: () => Promise<Gazetteer>;
}

/** What was taken from a file. */
export interface ImportedAnswers {
  /** Id of the visit that it went into. */
  readonly visit: string;
  readonly answers: number;
  readonly devices: number;
  /** A line for each pair of answers that cannot both be true. */
  readonly askAgain: readonly string[];
  /** Lines about cells that are not in the visit, or are doubtful. */
  readonly remarks: readonly string[];
  /** Something that the file was meant to bring is missing in the visit. */
  readonly missing: boolean;
}

/**
 * `checklist --answers FILE`: takes survey, safety answers and devices from a file, judges the devices, stores all in
 * one transaction. A new visit counts as finished; into a visit named by --visit the answers are added. What is not in
 * the visit afterwards is told by its place.
 * @throws UserError 78 with every mistake of the file by place; nothing is stored then
 */
export async function importAnswersFile(
  context: CommandContext,
  store: VisitStore,
  file: string,
  target: Destination,
): Promise<ImportedAnswers> {
  validateCatalogue();
  const { lang } = context;
  const texts = answersFile[lang];
  const shown = oneLine(file, 200);
  const text = await readText(path.resolve(context.cwd, file), shown, lang);
  const read = /^\s*[[{]/u.test(text) ? rawFromJson(text, lang) : rawFromCsv(text, isTemplateText, lang);
  const understood = understand(read.raw, await placesFor(read.raw, target), knownUnit(store, target), lang);
  const problems = [...read.problems, ...understood.problems];
  const remarks = [...read.remarks, ...understood.remarks, ...overruled(read.raw, understood, target, lang)];
  if (problems.length > 0) {
    const lines = problems.map(({ place, expected, found }) =>
      texts.problem(oneLine(place, 120), expected, oneLine(found, MOST_SHOWN)),
    );
    throw new UserError(
      [texts.refused(shown, problems.length), ...bounded([...lines, ...remarks.map(remarkLine)], lang)].join("\n"),
      EXIT.config,
    );
  }
  const answers = Object.keys(understood.survey).length + Object.keys(understood.safety).length;
  if (answers === 0 && understood.devices.length === 0)
    throw new UserError([texts.empty(shown), ...bounded(remarks.map(remarkLine), lang)].join("\n"), EXIT.config);
  const visit = merged(context, store, understood, target);
  if (target.named === undefined) store.create(visit);
  else store.save(visit);
  const { length } = understood.devices;
  const next = visit.site !== null && !hasUnit(visit.site) ? [texts.unitNext(visit.id)] : [];
  return {
    visit: visit.id,
    answers,
    devices: length,
    askAgain: toAskAgain(visit, length, lang),
    remarks: [...bounded(remarks.map(remarkLine), lang), ...next],
    missing: remarks.some(({ missing }) => missing),
  };
}

/** The lists of communes are opened only where the file is about a place. */
async function placesFor(raw: RawAnswers, target: Destination): Promise<Gazetteer | null> {
  const told = ["unit", "name", "type"].some((id) => (raw.site.get(id)?.text ?? "") !== "");
  return told ? await target.places() : null;
}

function knownUnit(store: VisitStore, { named, header }: Destination): KnownUnit {
  if (header.site !== undefined) return "option";
  const site = named === undefined ? null : store.get(named).site;
  return site !== null && hasUnit(site) ? "visit" : null;
}

function remarkLine({ place, text }: Remark): string {
  return `${oneLine(place, 120)}: ${text}`;
}

function bounded(lines: readonly string[], lang: Lang): readonly string[] {
  return lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES), answersFile[lang].more(lines.length - MOST_LINES)];
}

/** A line for every pair of answers of the file's devices that cannot both be true; the last `count` devices are the file's. */
function toAskAgain(visit: Visit, count: number, lang: Lang): string[] {
  const first = visit.devices.length - count;
  return visit.devices.slice(first).flatMap((device, at) => {
    const type = deviceType(device.type);
    if (type === undefined) return [];
    const name = [type.label[lang], device.label].filter((part) => part !== "").join(" – ");
    return contradictionsOf(type, device.answers, visit.safety).map((each) =>
      answersFile[lang].askAgain(at + 1, oneLine(name, 80), adviceLabel(each.advice, lang)),
    );
  });
}

function merged(context: CommandContext, store: VisitStore, file: Understood, target: Destination): Visit {
  const at = isoWithOffset(context.now(), context.timeZone);
  const init = {
    now: context.now(),
    timeZone: context.timeZone,
    randomBytes: (size: number) => context.randomBytes(size),
  };
  const base = target.named === undefined ? newVisit(init) : store.get(target.named);
  const safety = { ...base.safety, ...file.safety };
  const header = { ...file.header, ...target.header };
  const by = header.technician ?? base.technician;
  const added = file.devices.map((device) => {
    const override = device.override === null ? null : { ...device.override, by, at };
    return newDevice(context, device.type, { ...device, override });
  });
  return {
    ...base,
    ...header,
    site: siteOfFile(file.place, target.header.site ?? undefined, base.site),
    safety,
    survey: { ...base.survey, ...file.survey },
    // Those that were there are judged anew, too: the file may have brought other safety answers.
    devices: [
      ...base.devices.map((device) => (device.done ? judged(device, safety) : device)),
      ...added.map((device) => judged(device, safety)),
    ],
    updatedAt: at,
    finishedAt: target.named === undefined ? at : base.finishedAt,
  };
}

async function readText(file: string, shown: string, lang: Lang): Promise<string> {
  const texts = answersFile[lang];
  let bytes: Buffer;
  try {
    if ((await stat(file)).size > MAX_MIB * 1024 * 1024) throw new UserError(texts.tooBig(shown, MAX_MIB), EXIT.config);
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(texts.unreadable(shown, fileProblem(error, lang)), EXIT.config);
  }
  const text = decodeSheet(bytes);
  if (text === null) throw new UserError(texts.notUtf8(shown), EXIT.config);
  return text;
}
