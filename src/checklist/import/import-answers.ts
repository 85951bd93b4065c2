import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
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
import { rawFromCsv } from "./from-csv.ts";
import { rawFromJson } from "./from-json.ts";
import { understand, type Understood } from "./understand.ts";
import { codeOf } from "../../base/error-code.ts";

const MAX_MIB = 16;
const SHOWN = 50;

/** What was taken from a file. */
export interface ImportedAnswers {
  /** Id of the visit that it went into. */
  readonly visit: string;
  readonly answers: number;
  readonly devices: number;
  /** A line for each pair of answers that cannot both be true. */
  readonly askAgain: readonly string[];
}

/**
 * `checklist --answers FILE`: takes survey, safety answers and devices from a file, judges the devices, stores all in
 * one transaction. A new visit counts as finished; into a visit named by --visit the answers are added.
 * @throws UserError 78 with every mistake of the file by place; nothing is stored then
 */
export async function importAnswersFile(
  context: CommandContext,
  store: VisitStore,
  file: string,
  target: { readonly named: string | undefined; readonly header: Partial<Visit> },
): Promise<ImportedAnswers> {
  validateCatalogue();
  const { lang } = context;
  const shown = oneLine(file, 200);
  const text = await readText(path.resolve(context.cwd, file), shown, lang);
  const { raw, problems } = /^\s*[[{]/u.test(text) ? rawFromJson(text, lang) : rawFromCsv(text, lang);
  const understood = understand(raw, lang);
  const all = [...problems, ...understood.problems];
  if (all.length > 0) {
    const lines = all
      .slice(0, SHOWN)
      .map(({ place, expected, found }) =>
        answersFile[lang].problem(oneLine(place, 120), expected, oneLine(found, 80)),
      );
    const more = all.length > SHOWN ? [answersFile[lang].more(all.length - SHOWN)] : [];
    throw new UserError([answersFile[lang].refused(shown, all.length), ...lines, ...more].join("\n"), EXIT.config);
  }
  const answers = Object.keys(understood.survey).length + Object.keys(understood.safety).length;
  if (answers === 0 && understood.devices.length === 0)
    throw new UserError(answersFile[lang].empty(shown), EXIT.config);
  const visit = merged(context, store, understood, target);
  if (target.named === undefined) store.create(visit);
  else store.save(visit);
  const { length } = understood.devices;
  return { visit: visit.id, answers, devices: length, askAgain: toAskAgain(visit, length, lang) };
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

function merged(
  context: CommandContext,
  store: VisitStore,
  file: Understood,
  target: { readonly named: string | undefined; readonly header: Partial<Visit> },
): Visit {
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
    site: target.header.site ?? file.site ?? base.site,
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
    throw new UserError(texts.unreadable(shown, codeOf(error) || String(error)), EXIT.config);
  }
  // Excel's "Unicode text" is UTF-16 with tabs; everything else must be UTF-8, and is told when it is not.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize("NFC");
  } catch {
    throw new UserError(texts.notUtf8(shown), EXIT.config);
  }
}
