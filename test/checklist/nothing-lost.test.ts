import { readFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { templateRows } from "../../src/checklist/import/template.ts";
import { imported } from "./support/importer.ts";
import { FIELDS, free, nowhere, sheet } from "./support/sheets.ts";

describe("nothing of a sheet is lost in silence", () => {
  it("each cell of a CSV ends in the visit or in the message", async () => {
    await fc.assert(
      fc.asyncProperty(sheet, async ({ site: place, rows, devices, strays: stray, lang, delimiter, template }) => {
        const answers = [...place, ...rows];
        const [first] = rows;
        const heads = [...new Set(devices.flatMap((cells) => [...cells.keys()]))];
        const line = (section: string, id: string, row: readonly string[]): string[] => {
          const text = answers.find((each) => each.section === section && each.id === id)?.cell.text ?? "";
          const marked = first?.section === section && first.id === id;
          return [
            ...row.slice(0, 3),
            text,
            marked ? (stray.how ?? row[4] ?? "") : (row[4] ?? ""),
            ...(marked && stray.behind !== null ? [stray.behind] : []),
          ];
        };
        const own = templateRows(lang).filter((row) => row[0] !== "device");
        const survey = template
          ? own.map((row) =>
              ["site", "safety", "survey"].includes(row[0] ?? "") ? line(row[0] ?? "", row[1] ?? "", row) : row,
            )
          : answers.map(({ section, id }) => line(section, id, [section, id, "", "", ""]));
        const table =
          devices.length === 0
            ? []
            : [
                ["device", ...heads],
                ...devices.map((cells, at) => [
                  at === 0 ? (stray.before ?? "") : "",
                  ...heads.map((head) => cells.get(head)?.text ?? ""),
                ]),
              ];
        const comment = stray.comment === null ? [] : [[`# ${stray.comment}`]];
        const text = stringify([...survey, ...comment, ...table], { delimiter, bom: true, escape_formulas: true });
        const cells = [
          ...answers.map(({ cell }) => cell),
          ...devices.flatMap((each) => [...each.values()]),
          ...[stray.how, stray.behind, stray.comment, devices.length === 0 ? null : stray.before].flatMap((each) =>
            each === null ? [] : [nowhere(each)],
          ),
        ];
        const outcome = await imported(text);
        expect([outcome.message, [0, 2]]).toEqual([outcome.message, expect.arrayContaining([outcome.exit])]);
        expect(outcome.visits).toHaveLength(1);
        const [visit] = outcome.visits;
        expect(
          cells
            .filter((cell) => visit === undefined || !(cell.kept(visit) || outcome.message.includes(cell.text)))
            .map(({ text: lost }) => lost),
        ).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it("each value of a JSON document ends in the visit or in the message", async () => {
    await fc.assert(
      fc.asyncProperty(sheet, async ({ site: place, rows, devices }) => {
        const section = (name: string): Record<string, string> =>
          Object.fromEntries(
            [...place, ...rows].filter((each) => each.section === name).map(({ id, cell }) => [id, cell.text]),
          );
        const document = {
          schemaVersion: 1,
          site: section("site"),
          safety: section("safety"),
          survey: section("survey"),
          devices: devices.map((cells) => {
            const all = [...cells].map(([id, { text }]) => [id, text] as const);
            return {
              ...Object.fromEntries(all.filter(([id]) => id === "type" || FIELDS.has(id))),
              answers: Object.fromEntries(all.filter(([id]) => id !== "type" && !FIELDS.has(id))),
            };
          }),
        };
        const outcome = await imported(JSON.stringify(document));
        const [visit] = outcome.visits;
        const cells = [
          ...[...place, ...rows].map(({ cell }) => cell),
          ...devices.flatMap((each) => [...each.values()]),
        ];
        expect(
          cells
            .filter((cell) => visit === undefined || !(cell.kept(visit) || outcome.message.includes(cell.text)))
            .map(({ text: lost }) => lost),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("a file with mistakes stores nothing, and names each of them with its place", async () => {
    const wrongCells = fc.uniqueArray(
      fc.tuple(fc.constantFrom("peak_cm", "internet", "grid_since", "s1", "khong_co_cau_nay", ""), free),
      { minLength: 1, maxLength: 5, selector: ([id]) => id },
    );
    await fc.assert(
      fc.asyncProperty(wrongCells, free, async (wrong, right) => {
        const rows = [
          ["survey", "note", "", right],
          ...wrong.map(([id, text]) => [id === "s1" ? "safety" : "survey", id, "", text]),
        ];
        const { exit, message, visits } = await imported(stringify(rows));
        expect([exit, visits]).toEqual([78, []]);
        expect(message).toContain("Chưa nhập gì cả");
        wrong.forEach(([id, text], at) => {
          expect(message).toContain(text);
          expect(message).toContain(`dòng ${at + 2}, cột ${id}`.trim());
        });
      }),
      { numRuns: 40 },
    );
  });

  it("a key that stands twice in JSON is told with what the first one held", async () => {
    const text =
      '{"survey":{"note":"một","x\\u006fte":"","note":"hai"},"devices":[{"type":"pc","label":"a","answers":{"water":"full"}},{"type":"ups","note":"n","answers":{"water":"full","note":"m"}}]}';
    const { exit, message, visits } = await imported(text);
    expect([exit, visits]).toEqual([78, []]);
    expect(message).toContain('survey.note: cần chỉ một lần; nhận được ""note":"một"');
    expect(message).toContain('devices[1].answers.note: cần chỉ một lần; nhận được "m"');
    expect((await imported('{"schemaVersion":2,"survey":{"note":"một"}}')).message).toContain("schemaVersion: cần 1");
  });

  it("keeps building and kind where the commune is not known, and takes it from a near name only when asked", async () => {
    const sheetText = readFileSync(path.join(import.meta.dirname, "../../fixtures/answers/dakrong.json"), "utf8");
    const { exit, message, visits } = await imported(sheetText);
    expect(exit).toBe(2);
    expect(visits[0]?.site).toMatchObject({
      name: "Trụ sở UBND xã Đakrông (Klu)",
      type: "ubnd",
      unit: { code: "", list: "", name: "" },
      formerUnit: null,
    });
    expect(visits[0]?.devices).toHaveLength(4);
    expect(message).toContain("site.unit");
    expect(message).toContain("vn-2025-07:19564");
    for (const unit of [
      "Đakrông",
      "xã Đa Krông",
      "UBND xã Đakrông, tỉnh Quảng Trị",
      "dakrong",
      "19564",
      "vn-2025-07:19564",
    ]) {
      const known = await imported(sheetText.replace('"unit": ""', `"unit": ${JSON.stringify(unit)}`));
      expect([unit, known.exit, known.visits[0]?.site]).toMatchObject([
        unit,
        0,
        {
          name: "Trụ sở UBND xã Đakrông (Klu)",
          type: "ubnd",
          unit: { code: "19564", list: "vn-2025-07", name: "Xã Đakrông" },
        },
      ]);
    }
  });
});
