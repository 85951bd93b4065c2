import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { describeFinding } from "../../src/explain/describe.ts";
import { renderAnswer } from "../../src/explain/render/verdict.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { FAULTS } from "../judge/faults.ts";
import { labRecordings } from "../judge/lab-recordings.ts";
import { record } from "../judge/record.ts";
import { HEALTHY } from "../judge/world.ts";

const screen = { columns: 80, rows: 24, full: false, explain: false, colour: false } as const;
const flat = (text: string): string => text.replaceAll(/\s+/gu, " ");

const EVIDENCE: readonly (readonly [string, Evidence])[] = [
  ["healthy", record(HEALTHY)],
  ...FAULTS.map(({ name, make }) => [name, record(make(HEALTHY))] as const),
  ...labRecordings().map(({ id, evidence }) => [id, evidence] as const),
];

// Judged once, shown often; the healthy office and the made-up faults first.
const WORLDS = EVIDENCE.map(([name, evidence]) => ({ name, evidence, verdict: judge(evidence) }));

const MADE_UP = WORLDS.slice(0, 1 + FAULTS.length);

function made(name: string): (typeof WORLDS)[number] {
  const found = WORLDS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no world ${name}`);
  return found;
}

describe("the answer on one screen", () => {
  it.each(["vi", "en"] as const)("fits 24 lines of 80 columns whatever the fault (%s)", (lang) => {
    const large = WORLDS.flatMap(({ name, evidence, verdict }) => {
      const lines = renderAnswer(verdict, evidence, lang, screen).trimEnd().split("\n");
      const wide = lines.filter((line) => stringWidth(line) > 80 && line.trim().includes(" "));
      return lines.length > 23 || wide.length > 0 ? [`${name}: ${lines.length} lines; ${wide.join("|")}`] : [];
    });
    expect(large).toEqual([]);
  });

  it.each(["vi", "en"] as const)(
    "keeps the cause, its first step, who mends it and the words to read out (%s)",
    (lang) => {
      for (const { name, evidence, verdict } of MADE_UP) {
        const [root] = verdict.findings;
        if (root === undefined) continue;
        const shown = flat(renderAnswer(verdict, evidence, lang, screen));
        const told = describeFinding(root, evidence.profile, lang);
        for (const part of [told.title, root.cause, told.explanation, told.steps[0] ?? "", told.mender, told.tell])
          expect(shown, `${name}: ${part}`).toContain(flat(part).trim());
      }
    },
  );

  it("gives up the least important first, and nothing where the screen is large", () => {
    const { evidence, verdict } = made("router's DNS and one server");
    const at = (rows: number): string => renderAnswer(verdict, evidence, "en", { ...screen, rows });
    expect(at(60)).toContain("\n\n");
    expect(at(60).split("\n").length).toBeGreaterThan(at(24).split("\n").length);
    expect(flat(at(60))).toContain("Passed (");
    expect(at(60)).toMatch(/Passed \(\d+\): /u);
  });

  it("with --full puts what matters last, right above the prompt", () => {
    const { evidence, verdict } = made("line dead");
    const text = renderAnswer(verdict, evidence, "vi", { ...screen, full: true });
    expect(text.indexOf("HỆ THỐNG")).toBeGreaterThanOrEqual(0);
    expect(text.indexOf("CÓ LỖI")).toBeGreaterThan(text.indexOf("HỆ THỐNG"));
    expect(text.indexOf("Có thể còn do")).toBeGreaterThan(text.indexOf("CÓ LỖI"));
  });
});
