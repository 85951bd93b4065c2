import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { unitsText, type UnitRow } from "../text-form.ts";
import { GONE_2020_10 } from "./gone-2020-10.ts";

/**
 * Makes vn.json, the units that come with the product, from two public lists (their names and licences: docs/THIRD-PARTY-NOTICES.md):
 *
 *     node src/units/data/build.ts communes.csv former-communes.csv
 *
 * communes.csv: code, name, province_code, province, lat, lon (communes of today, middle points in WGS 84);
 * former-communes.csv: old_code, old_name, old_district, old_province, new_code (those until 30/6/2025 and what each became).
 */
const [communesFile, formerFile] = process.argv.slice(2);
if (communesFile === undefined || formerFile === undefined)
  throw new Error("usage: build.ts communes.csv former-communes.csv");

const code = z.string().regex(/^\d{5}$/u);
const communes = read(
  communesFile,
  z.object({
    code,
    name: z.string(),
    province_code: z.string(),
    province: z.string(),
    lat: z.coerce.number(),
    lon: z.coerce.number(),
  }),
);
const former = read(
  formerFile,
  z.object({
    old_code: code.or(z.literal("")),
    old_name: z.string(),
    old_district: z.string(),
    old_province: z.string(),
    new_code: code,
  }),
);

const provinceOf = new Map(communes.map((row) => [row.code, row.province_code]));
const today = communes.map((row): UnitRow => ({
  list: "vn-2025-07",
  code: row.code,
  name: official(row.name),
  district: "",
  province: official(row.province),
  provinceCode: row.province_code,
  now: null,
  point: row,
}));
const gone = GONE_2020_10.map(([old, name, district, now]): UnitRow =>
  older("vn-2020-10", old, name, district, "Tỉnh Quảng Bình", now ?? ""),
);
const coded = former
  .filter((row) => row.old_code !== "")
  .map((row) => older("vn-2025-06", row.old_code, row.old_name, row.old_district, row.old_province, row.new_code));
// Rows without a code name parts of a commune that was split, or communes that were gone before: kept where nothing else says the same.
const said = new Set([...coded, ...gone].map(meaning));
const uncoded = former
  .filter((row) => row.old_code === "")
  .map((row) =>
    older(
      "vn-2025-06",
      `${row.new_code}-${slug(row.old_name)}`,
      row.old_name,
      row.old_district,
      row.old_province,
      row.new_code,
    ),
  )
  .filter((row) => !said.has(meaning(row)));

writeFileSync(
  path.join(import.meta.dirname, "vn.json"),
  `${JSON.stringify(unitsText([...today, ...coded, ...uncoded, ...gone]))}\n`,
);

function read<T>(file: string, row: z.ZodType<T>): T[] {
  return z.array(row).parse(parse(readFileSync(file), { bom: true, columns: true }));
}

function older(list: string, old: string, name: string, district: string, province: string, now: string): UnitRow {
  return {
    list,
    code: old,
    name: official(name),
    district: official(district),
    province: official(province),
    provinceCode: provinceOf.get(now) ?? "44",
    now,
    point: null,
  };
}

function meaning(row: UnitRow): string {
  return [row.name, row.district, row.province, row.now].join("|");
}

/** The lists write Hòa and Hoà in turn, as resolutions do Hòa; one row has "xã". */
function official(name: string): string {
  return name
    .normalize("NFC")
    .trim()
    .replaceAll(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu, (pair) => {
      const [, tone = ""] = pair.normalize("NFD").match(/([\u0300\u0301\u0303\u0309\u0323])/u) ?? [];
      const [first = "", second = ""] = pair.normalize("NFD").replace(tone, "");
      return `${first}${tone}${second}`.normalize("NFC");
    })
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function slug(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll(/[^a-z0-9]+/gu, "-");
}
