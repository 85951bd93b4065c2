import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { EXIT, UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { exchange } from "../../text/exchange.ts";
import type { Lang } from "../../base/languages.ts";
import type { VisitStore } from "../store.ts";
import { MAX_FILE_BYTES, TooLargeError } from "./bytes.ts";
import { documentsOf } from "./documents.ts";
import { parseVisit } from "./parse-visit.ts";
import { copyPhotosIn } from "./photos.ts";
import type { Visit } from "../schema.ts";
import { codeOf } from "../../base/error-code.ts";

const VISIT_FILE = /\.(?:json|ndjson)(?:\.gz)?$/iu;

/** What became of the files. `messages` has a line for every conflict and every file that was not taken. */
export interface ImportResult {
  readonly added: number;
  readonly same: number;
  readonly conflicts: number;
  readonly problems: number;
  readonly messages: readonly string[];
}

/**
 * The visit files among these names; a folder stands for those in it, at any depth, in the order of their names.
 * UserError 78 for a name that is not there.
 */
export async function visitFiles(names: readonly string[], cwd: string, lang: Lang): Promise<string[]> {
  const files: string[] = [];
  for (const name of names) {
    const place = path.resolve(cwd, name);
    const there = statSync(place, { throwIfNoEntry: false });
    if (there === undefined) throw new UserError(exchange[lang].notFound(oneLine(name, 300)), EXIT.config);
    // Every file is read twice, checked first: a pipe would be empty the second time.
    if (!there.isDirectory() && !there.isFile())
      throw new UserError(exchange[lang].noPipe(oneLine(name, 300)), EXIT.config);
    if (there.isFile()) {
      files.push(place);
      continue;
    }
    const inside = await readdir(place, { recursive: true, withFileTypes: true });
    const found = inside
      .filter((entry) => entry.isFile() && VISIT_FILE.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
    if (found.length === 0) throw new UserError(exchange[lang].nothingToImport(oneLine(name, 300)), EXIT.config);
    files.push(...found.toSorted());
  }
  return files;
}

/**
 * Imports files one after the other. Of a file with a mistake nothing is taken; a visit whose id is there with other
 * content is reported and left as it is stored. Stops between files when `signal` is aborted.
 */
export async function importFiles(
  store: VisitStore,
  files: readonly string[],
  lang: Lang,
  signal: AbortSignal,
): Promise<ImportResult> {
  const count = { added: 0, same: 0, conflict: 0, problems: 0 };
  const messages: string[] = [];
  for (const file of files) {
    if (signal.aborted) break;
    const place = oneLine(path.basename(file), 200);
    const problem = await checkFile(file, lang);
    if (problem !== null) {
      count.problems += 1;
      messages.push(exchange[lang].problem(place, problem));
      continue;
    }
    for await (const visit of visitsOf(file, lang)) {
      const outcome = store.import(visit);
      count[outcome] += 1;
      if (outcome === "conflict") messages.push(exchange[lang].conflict(place, visit.id));
      else
        messages.push(
          ...copyPhotosIn(store, visit, path.dirname(file), lang).map((each) => exchange[lang].problem(place, each)),
        );
    }
  }
  return { added: count.added, same: count.same, conflicts: count.conflict, problems: count.problems, messages };
}

/**
 * Why a file is refused as a whole; null where every visit in it can be read. Keeps none of them: a bundle may be
 * larger than memory.
 */
async function checkFile(file: string, lang: Lang): Promise<string | null> {
  const texts = exchange[lang];
  let visits = 0;
  try {
    for await (const { line, text } of documentsOf(file, MAX_FILE_BYTES)) {
      const parsed = parseVisit(text, lang);
      if (!parsed.ok) return /\.ndjson/iu.test(file) ? `${line}: ${parsed.problem}` : parsed.problem;
      visits += 1;
    }
  } catch (error) {
    if (error instanceof TooLargeError) return texts.tooLarge;
    if (error instanceof Error && codeOf(error) !== "") return texts.unreadable(oneLine(error.message, 120));
    throw error;
  }
  return visits === 0 ? texts.emptyFile : null;
}

/** The visits of a file that was checked. */
async function* visitsOf(file: string, lang: Lang): AsyncGenerator<Visit> {
  for await (const { text } of documentsOf(file, MAX_FILE_BYTES)) {
    const parsed = parseVisit(text, lang);
    if (parsed.ok) yield parsed.visit;
  }
}
