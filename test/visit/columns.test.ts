import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { MIGRATIONS, migrations } from "../../src/visit/db/migrations.ts";
import { fieldSql } from "../../src/visit/queries/fields.ts";
import { tableRows } from "../../src/visit/queries/table-rows.ts";
import { DEVICE_COLUMNS } from "../../src/visit/rows/device.ts";
import { HEADER_COLUMNS } from "../../src/visit/rows/header.ts";
import { openStore } from "../../src/visit/store.ts";
import { device, scratch, visit } from "./helpers/sample.ts";

/** Columns of a table that somebody has to write: not the ones that the database computes. */
function written(table: string): string[] {
  const database = new DatabaseSync(":memory:");
  for (const { sql } of MIGRATIONS) database.exec(sql);
  const rows = database.prepare(`SELECT name FROM pragma_table_xinfo('${table}') WHERE hidden = 0`).all();
  database.close();
  return rows.map((row) => String(row["name"]));
}

test("the lists of columns name each column of their tables once, and none beside them", () => {
  const names = (columns: readonly { readonly column: string }[], keys: readonly string[]): string[] =>
    [...keys, ...columns.map(({ column }) => column)].toSorted();
  expect(names(HEADER_COLUMNS, ["n", "digest", "whole"])).toEqual(written("visits").toSorted());
  expect(names(DEVICE_COLUMNS, ["visit", "position", "digest"])).toEqual(written("devices").toSorted());
});

test("a text about devices that comes later brings its column: old records have it blank", () => {
  const steps = migrations(MIGRATIONS.slice(0, 1), {
    label: { id: "label", since: 1 },
    colour: { id: "colour", since: 2 },
    shelf: { id: "shelf", since: 3 },
  });
  expect(steps).toHaveLength(3);
  const database = new DatabaseSync(":memory:");
  database.exec(steps[0]?.sql ?? "");
  database.exec(
    "INSERT INTO visits (n, id, campaign, stage, technician, started_at, started_ms, updated_at, updated_ms, survey, safety, answer_count) VALUES (1, 'v', '', 'before', '', '', 0, '', 0, '{}', '{}', 0)",
  );
  database.exec(
    "INSERT INTO devices (visit, position, id, type, quantity, label, brand, model, serial, asset_tag, room, note, done, flags, advice, photos, photo_count, answers, answer_count) " +
      "VALUES (1, 0, 'd', 'switch', 1, '', '', '', '', '', '', '', 1, '', '[]', '[]', 0, '{}', 0)",
  );
  for (const { sql } of steps.slice(1)) database.exec(sql);
  expect(database.prepare("SELECT colour, shelf FROM devices").get()).toEqual({ colour: "", shelf: "" });
  database.close();
});

test("an answer without a column of its own is read from the answers", () => {
  const store = openStore(scratch(), "en");
  store.create(
    visit({ survey: { grid: "da_co" }, devices: [device("d1", { answers: { water: "none", mud: "co" } })] }),
  );
  const fields = [
    { answer: "survey", question: "grid" },
    { answer: "device", question: "water" },
    { answer: "device", question: "mud" },
    { text: "assetTag" },
  ] as const;
  expect(fieldSql(fields[1])).toBe("d.water");
  expect([...tableRows(store, "devices", fields, {})]).toEqual([["da_co", "none", "co", "TS-0042"]]);
  store.close();
});

test("only src/visit speaks SQL", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const speaking = files.filter((file) =>
    /\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|\.sql\(|node:sqlite/su.test(readFileSync(path.join("src", file), "utf8")),
  );
  expect(speaking.filter((file) => !file.startsWith("visit/"))).toEqual([]);
  expect(speaking.length).toBeGreaterThan(5);
});
