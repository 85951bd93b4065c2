import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { EXIT, UserError } from "../../base/exit.ts";
import type { Lang } from "../../base/languages.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { exchange } from "../../text/exchange.ts";

const VISIT_FILE = /\.(?:json|ndjson)(?:\.gz)?$/iu;

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
    // Opening a pipe that nobody writes to could not be interrupted.
    if (!there.isDirectory() && !there.isFile())
      throw new UserError(exchange[lang].noPipe(oneLine(name, 300)), EXIT.config);
    if (there.isFile()) {
      files.push(place);
      continue;
    }
    const inside = await readdir(place, { recursive: true, withFileTypes: true });
    const found = inside
      .filter((entry) => entry.isFile() && VISIT_FILE.test(entry.name) && !entry.name.startsWith("."))
      .map((entry) => path.join(entry.parentPath, entry.name));
    if (found.length === 0) throw new UserError(exchange[lang].nothingToImport(oneLine(name, 300)), EXIT.config);
    files.push(...found.toSorted());
  }
  return files;
}
