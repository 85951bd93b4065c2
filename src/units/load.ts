import { readdirSync } from "node:fs";
import path from "node:path";
import { joinTables, type Units } from "./units.ts";
import { openTable } from "./table.ts";

/** Lists that lie in the data folder, beside those of the product. */
const PREFIX = "units-";
const SUFFIX = ".json";

export interface LoadedUnits {
  readonly units: Units;
  /** Files of lists that were added and cannot be read any more: the others are used all the same. */
  readonly broken: readonly string[];
  /** Names of added lists by id. */
  readonly names: ReadonlyMap<string, { readonly vi: string; readonly en: string }>;
}

/**
 * All lists of this machine. Takes some milliseconds, so it is called where a place is asked for, and not before.
 * @param dataDir folder of the store; its `units` folder holds the added lists
 */
export async function loadUnits(dataDir: string): Promise<LoadedUnits> {
  const builtin = openTable((await import("./data/vn.json", { with: { type: "json" } })).default);
  const files = addedFiles(dataDir);
  if (files.length === 0) return { units: joinTables([builtin], new Map()), broken: [], names: new Map() };
  const { readLists, replacedBy, textOfList } = await import("./added-list.ts");
  const { lists, broken } = await readLists(files);
  const known = joinTables([builtin], new Map());
  // The newest stands first: its units are the ones of today.
  const added = lists
    .toSorted((left, right) => (left.id < right.id ? 1 : -1))
    .map((list) => openTable(textOfList(list, known)));
  const names = new Map(lists.map((list) => [list.id, list.name]));
  return { units: joinTables([...added, builtin], replacedBy(lists)), broken, names };
}

export function addedFile(dataDir: string, id: string): string {
  return path.join(dataDir, "units", `${PREFIX}${id}${SUFFIX}`);
}

function addedFiles(dataDir: string): readonly string[] {
  const folder = path.join(dataDir, "units");
  return namesIn(folder)
    .filter((name) => name.startsWith(PREFIX) && name.endsWith(SUFFIX))
    .toSorted()
    .map((name) => path.join(folder, name));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
