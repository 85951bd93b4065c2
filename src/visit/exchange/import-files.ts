import path from "node:path";
import type { DraftWorld } from "../../base/draft-file.ts";
import type { Lang } from "../../base/languages.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { fileProblem } from "../../text/file-problems.ts";
import { exchange } from "../../text/exchange.ts";
import { photosOf, type PhotoProblem } from "../photos.ts";
import type { Visit } from "../schema.ts";
import type { VisitStore } from "../store.ts";
import type { TakenIn } from "../take-in.ts";
import { documentsOf } from "./documents.ts";
import { LimitError, MOST_CHARS, MOST_TIMES } from "./limits.ts";
import type { ExportMark } from "./mark.ts";
import { parseDocument } from "./parse-visit.ts";
import { openIntake, type PhotoIntake } from "./photo-parts.ts";
import { fetchPhotos } from "./photos.ts";

/** What became of the files. `messages` has a line for every conflict and everything that was not taken. */
export interface ImportResult {
  readonly added: number;
  readonly updated: number;
  /** There already, as they are in the file or in a later state. */
  readonly same: number;
  readonly conflicts: number;
  readonly problems: number;
  readonly photos: readonly PhotoProblem[];
  readonly messages: readonly string[];
}

/** Two states of one visit that were both changed since they parted. */
export interface Conflict {
  readonly place: string;
  readonly stored: Visit;
  readonly incoming: Visit;
}

export interface ImportWorld extends DraftWorld {
  readonly lang: Lang;
  readonly signal: AbortSignal;
  /** Which of the two stands; null leaves the stored one, undecided. */
  decide(conflict: Conflict): Promise<"stored" | "file" | null>;
}

/** So many mistakes of one file are told one by one. */
const TOLD = 20;

/**
 * Imports files one after the other; of a file with mistakes, everything that is right. Stops between visits when the
 * signal is aborted.
 */
export async function importFiles(
  store: VisitStore,
  files: readonly string[],
  world: ImportWorld,
): Promise<ImportResult> {
  const intake = new FileIntake(store, world);
  for (const file of files) {
    if (world.signal.aborted) break;
    await intake.takeFile(file);
  }
  return intake.result();
}

class FileIntake {
  readonly #store: VisitStore;
  readonly #world: ImportWorld;
  readonly #count = { added: 0, updated: 0, same: 0, conflicts: 0, problems: 0 };
  readonly #messages: string[] = [];
  readonly #photos: PhotoProblem[] = [];
  /** The visit whose photos may follow. */
  #open: { readonly visit: Visit; readonly folder: string; readonly photos: PhotoIntake } | null = null;

  constructor(store: VisitStore, world: ImportWorld) {
    this.#store = store;
    this.#world = world;
  }

  result(): ImportResult {
    return { ...this.#count, photos: this.#photos, messages: this.#messages };
  }

  async takeFile(file: string): Promise<void> {
    const texts = exchange[this.#world.lang];
    const place = oneLine(path.basename(file), 200);
    const isLines = /\.ndjson/iu.test(file);
    const problems: string[] = [];
    const numbering = new Numbering();
    try {
      for await (const { line, text, broken } of documentsOf(file)) {
        if (this.#world.signal.aborted) break;
        const parsed = broken === null ? parseDocument(text, this.#world.lang) : null;
        if (parsed === null) problems.push(`${line}: ${texts.brokenPart(oneLine(broken ?? "", 120))}`);
        else if (parsed.kind === "problem") problems.push(isLines ? `${line}: ${parsed.problem}` : parsed.problem);
        else if (parsed.kind === "photo") await this.#open?.photos.take(parsed.part);
        else {
          numbering.note(parsed.mark);
          await this.#takeVisit(place, path.dirname(file), parsed.visit, parsed.mark);
        }
      }
    } catch (error) {
      problems.push(whyNot(error, this.#world.lang));
    }
    await this.#closeVisit();
    if (!this.#world.signal.aborted && numbering.missing()) problems.push(texts.endsEarly(numbering.count));
    else if (numbering.count === 0 && problems.length === 0 && !this.#world.signal.aborted)
      problems.push(texts.emptyFile);
    this.#count.problems += problems.length;
    const more = problems.length > TOLD ? [texts.moreProblems(problems.length - TOLD)] : [];
    this.#messages.push(...[...problems.slice(0, TOLD), ...more].map((problem) => texts.problem(place, problem)));
  }

  async #takeVisit(place: string, folder: string, visit: Visit, mark: ExportMark | null): Promise<void> {
    await this.#closeVisit();
    const incoming = { visit, earlier: mark?.earlier ?? [] };
    const became = await this.#settled(place, incoming.visit, this.#store.takeIn(incoming), incoming);
    this.#count[became] += 1;
    // Photos belong to the state that stands now.
    const stands = became === "added" || became === "updated" ? visit : (this.#stored(visit.id) ?? visit);
    const photos = openIntake(photosOf(stands), this.#store.photoFolder(visit.id), this.#world);
    this.#open = { visit: stands, folder, photos };
  }

  async #settled(
    place: string,
    visit: Visit,
    became: TakenIn,
    incoming: Parameters<VisitStore["takeIn"]>[0],
  ): Promise<"added" | "updated" | "same" | "conflicts"> {
    if (became.kind === "older") return "same";
    if (became.kind !== "conflict") return became.kind;
    const choice = await this.#world.decide({ place, stored: became.stored, incoming: visit });
    if (choice === null) {
      this.#messages.push(exchange[this.#world.lang].conflict(place, visit.id));
      return "conflicts";
    }
    this.#store.settleConflict(incoming, choice);
    return choice === "file" ? "updated" : "same";
  }

  #stored(id: string): Visit | undefined {
    return [...this.#store.iterate({ ids: [id] })][0];
  }

  /** All photos of a visit that a file could give have come: those that are still missing may lie beside the file. */
  async #closeVisit(): Promise<void> {
    if (this.#open === null) return;
    const { visit, folder, photos } = this.#open;
    this.#open = null;
    photos.end();
    this.#photos.push(...(await fetchPhotos(this.#store.photoFolder(visit.id), visit, folder, this.#world)));
  }
}

/** Where visits stand in a file of several, as far as it tells them. */
class Numbering {
  count = 0;
  #highest = 0;
  #last: number | null = null;

  note(mark: ExportMark | null): void {
    this.count += 1;
    this.#highest = Math.max(this.#highest, mark?.number ?? 0);
    if (mark?.last === true) this.#last = mark.number ?? null;
  }

  /** True where the file tells places, and its last visit did not come. */
  missing(): boolean {
    return this.#highest > 0 && this.#last === null;
  }
}

function whyNot(error: unknown, lang: Lang): string {
  const texts = exchange[lang];
  if (error instanceof LimitError) {
    if (error.kind === "unpacked") return texts.unpacksTooMuch(MOST_TIMES);
    return error.line === 0 ? texts.tooLong(MOST_CHARS / 2 ** 20) : texts.lineTooLong(error.line, MOST_CHARS / 2 ** 20);
  }
  if (error instanceof Error && "code" in error) return texts.unreadable(fileProblem(error, lang));
  throw error;
}
