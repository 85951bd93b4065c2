import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import { isRecord } from "../profile/mistake.ts";
import { unitsText, type UnitRow, type UnitsText } from "./text-form.ts";
import { CURRENT_LIST } from "./unit.ts";
import type { Units } from "./units.ts";
import { bareWords, keyOf } from "./words.ts";

const text = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\t\r\n]*$/u));
const code = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,31}$/u));
const ref = z.string().check(z.regex(/^(?:[a-z][a-z0-9-]*:)?[0-9A-Za-z][0-9A-Za-z.-]{0,31}$/u));
const degrees = (most: number) => z.number().check(z.gte(-most), z.lte(most));

const unitSchema = z.strictObject({
  code,
  name: text,
  /** Where there was a district level. */
  district: z.optional(text),
  /** Code of the province of today. */
  province: z.optional(z.string().check(z.regex(/^\d{2}$/u))),
  /** A unit of the past: what it is part of now, null where nobody knows. A code alone is one of the current list. */
  now: z.optional(z.nullable(ref)),
  /** A unit of today that took the place of others: theirs. */
  was: z.optional(z.array(ref).check(z.minLength(1))),
  lat: z.optional(degrees(90)),
  lon: z.optional(degrees(180)),
});

/** A list of units that a centre adds. One without `now` is a list of units of today; what it replaces stands under `was`. */
export const addedListSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/u)),
  name: z.strictObject({ vi: text, en: text }),
  units: z.array(unitSchema).check(z.minLength(1), z.maxLength(50_000)),
});
export type AddedList = z.infer<typeof addedListSchema>;

/** What is wrong at a place of a list. */
export interface ListMistake {
  readonly path: readonly (string | number)[];
  /** Which rule; the words are in src/text/units.ts. */
  readonly rule: "shape" | "id" | "once" | "ref" | "either" | "name" | "lat" | "lon" | "province";
}

/**
 * Checks the data of a list, whatever it holds, and finds every mistake at once.
 * @param known the lists that references may lead to; the list's own units are known besides
 * @param taken ids that come with the product
 */
export function checkList(
  source: unknown,
  known: Units,
  taken: readonly string[],
): { readonly ok: true; readonly list: AddedList } | { readonly ok: false; readonly mistakes: readonly ListMistake[] } {
  // The hint for editors is no part of the list.
  const { $schema: _hint, ...raw } = isRecord(source) ? source : {};
  const parsed = addedListSchema.safeParse(isRecord(source) ? raw : source);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.flatMap((issue): ListMistake[] => {
      const path = issue.path.filter((part) => typeof part !== "symbol");
      return issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ path: [...path, key], rule: "shape" }))
        : [{ path, rule: "shape" }];
    });
    return { ok: false, mistakes };
  }
  const mistakes = crossChecks(parsed.data, known, taken);
  return mistakes.length === 0 ? { ok: true, list: parsed.data } : { ok: false, mistakes };
}

function crossChecks(list: AddedList, known: Units, taken: readonly string[]): ListMistake[] {
  const own = new Set<string>();
  const mistakes: ListMistake[] = taken.includes(list.id) ? [{ path: ["id"], rule: "id" }] : [];
  const codes = new Set(list.units.map((unit) => `${list.id}:${unit.code}`));
  const isKnown = (written: string): boolean => codes.has(fullRef(written)) || known.byRef(fullRef(written)) !== null;
  list.units.forEach((unit, at) => {
    const wrong = (rule: ListMistake["rule"], ...path: (string | number)[]): void =>
      void mistakes.push({ path: ["units", at, ...path], rule });
    if (own.has(unit.code)) wrong("once", "code");
    own.add(unit.code);
    if (keyOf(bareWords(unit.name).words) === "") wrong("name", "name");
    if (unit.now !== undefined && unit.was !== undefined) wrong("either", "was");
    if (typeof unit.now === "string" && !isKnown(unit.now)) wrong("ref", "now");
    unit.was?.forEach((each, index) => isKnown(each) || wrong("ref", "was", index));
    if (unit.province !== undefined && known.provinceName(unit.province) === "") wrong("province", "province");
    if (unit.lat === undefined && unit.lon !== undefined) wrong("lat", "lat");
    if (unit.lon === undefined && unit.lat !== undefined) wrong("lon", "lon");
  });
  return mistakes;
}

/** Lists of files that were checked when they were added; one that was spoiled since does not take the others. */
export async function readLists(
  files: readonly string[],
): Promise<{ readonly lists: readonly AddedList[]; readonly broken: readonly string[] }> {
  const read = await Promise.all(
    files.map(async (file) => {
      try {
        return { file, list: addedListSchema.parse(JSON.parse(await readFile(file, "utf8"))) };
      } catch {
        return { file, list: null };
      }
    }),
  );
  return {
    lists: read.flatMap(({ list }) => (list === null ? [] : [list])),
    broken: read.flatMap(({ file, list }) => (list === null ? [file] : [])),
  };
}

/** The list in the form that is searched. Provinces that it does not tell are those of the units it refers to. */
export function textOfList(list: AddedList, known: Units): UnitsText {
  const rows = list.units.map((unit): UnitRow => {
    const told = [unit.now, ...(unit.was ?? [])].flatMap((written) =>
      typeof written === "string" ? [known.byRef(fullRef(written))?.provinceCode ?? ""] : [],
    );
    const provinceCode = unit.province ?? told[0] ?? "";
    return {
      list: list.id,
      code: unit.code,
      name: unit.name.normalize("NFC"),
      district: unit.district?.normalize("NFC") ?? "",
      province: known.provinceName(provinceCode),
      provinceCode,
      now: unit.now === undefined ? null : (unit.now ?? "").replace(`${CURRENT_LIST}:`, ""),
      point: unit.lat === undefined || unit.lon === undefined ? null : { lat: unit.lat, lon: unit.lon },
    };
  });
  return unitsText(rows);
}

/** What the units of a list took the place of: old reference -> new ones. */
export function replacedBy(lists: readonly AddedList[]): Map<string, readonly string[]> {
  const pairs = lists.flatMap((list) =>
    list.units.flatMap((unit) =>
      (unit.was ?? []).map((old) => ({ old: fullRef(old), next: `${list.id}:${unit.code}` })),
    ),
  );
  return new Map([...Map.groupBy(pairs, ({ old }) => old)].map(([old, each]) => [old, each.map(({ next }) => next)]));
}

function fullRef(written: string): string {
  return written.includes(":") ? written : `${CURRENT_LIST}:${written}`;
}
