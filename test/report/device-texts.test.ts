import { expect, onTestFinished, test } from "vitest";
import { answersOfDevice, withDeviceAnswer } from "../../src/checklist/data/device-answers.ts";
import { rawFromJson } from "../../src/checklist/import/from-json.ts";
import { templateRows } from "../../src/checklist/import/template.ts";
import { understand } from "../../src/checklist/import/understand.ts";
import { UPLOAD } from "../../src/csv/dialect.ts";
import { csvChunks } from "../../src/report/csv/write.ts";
import { recordHtml } from "../../src/report/html/record.ts";
import { devicesTable } from "../../src/report/tables/devices.ts";
import { visitTexts } from "../../src/report/text/visit.ts";
import { DEVICE_TEXT_KEYS, DEVICE_TEXTS } from "../../src/visit/device-texts.ts";
import type { Device } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { device, scratch, visit } from "../visit/helpers/sample.ts";

// A text that a form forgets is lost to whoever reads that form: each one is written, and must come out everywhere.
const MARKS = DEVICE_TEXT_KEYS.map((key) => [key, `mark-${key.toLowerCase()}`] as const);
const marked = (): Device => ({ ...device("d1"), ...Object.fromEntries(MARKS) });

test.for(MARKS)("%s about a device stands in every form that leaves the tool", ([key, mark]) => {
  const store = openStore(scratch(), "vi");
  onTestFinished(() => store.close());
  const one = visit({ devices: [marked()] });
  store.create(one);
  expect(store.get(one.id).devices[0]?.[key]).toBe(mark);
  const csv = [...csvChunks(devicesTable.columns, devicesTable.rows(store, {}, "vi"), UPLOAD, "vi")].join("");
  const [head = "", row = ""] = csv.split("\r\n");
  expect(row.split(",")[head.split(",").indexOf(DEVICE_TEXTS[key].id)]).toBe(mark);
  for (const lang of ["vi", "en"] as const) {
    expect([...visitTexts(store.iterate({}), lang, 200)].join("")).toContain(mark);
    expect([...recordHtml(store.iterate({}), lang)].join("")).toContain(mark);
  }
});

test.for(MARKS)("%s about a device is asked, has a column in the sheet, and is read from it", ([key, mark]) => {
  const { id } = DEVICE_TEXTS[key];
  expect(withDeviceAnswer(device("d1", { done: false, [key]: "" }), id, mark)[key]).toBe(mark);
  expect(answersOfDevice(marked())[id]).toBe(mark);
  expect(templateRows("vi").at(-1)).toContain(id);
  const { raw } = rawFromJson(JSON.stringify({ devices: [{ type: "switch", [id]: mark }] }), "vi");
  const { devices, problems } = understand(raw, null, null, "vi");
  expect(problems).toEqual([]);
  expect(devices[0]?.[key]).toBe(mark);
});
