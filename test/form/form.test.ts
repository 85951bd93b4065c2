import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceQuestions } from "../../src/checklist/data/catalogue.ts";
import { DEVICE_TYPES, deviceType } from "../../src/checklist/data/device-types.ts";
import {
  effectiveAnswers,
  formProgress,
  nextQuestion,
  previousQuestion,
  type FormState,
} from "../../src/form/engine.ts";
import { parseAnswer, parseTime } from "../../src/form/parse.ts";
import { form, type Question } from "../../src/form/question.ts";
import { lanDevices } from "../../src/checklist/session/lan-offer.ts";
import { wrapLines } from "../../src/terminal/wrap.ts";
import { SURVEY_QUESTIONS } from "../../src/survey/data/questions.ts";
import type { Observation } from "../../src/evidence/schema.ts";
import type { Answers } from "../../src/visit/schema.ts";
import stringWidth from "string-width";

const questions = (id: string): readonly Question[] => {
  const type = deviceType(id);
  if (type === undefined) throw new Error(id);
  return deviceQuestions(type);
};
const state = (id: string, answers: Answers, powerAllowed = true): FormState => ({
  questions: questions(id),
  answers,
  powerAllowed,
});

describe("form engine", () => {
  it("puts follow-up questions only where they make sense", () => {
    expect(nextQuestion(state("pc", { water: "none" }))?.id).toBe("body");
    expect(nextQuestion(state("pc", { water: "full" }))?.id).toBe("water_type");
    expect(nextQuestion(state("pc", { water: "humid" }))?.id).toBe("powered_after");
  });

  it("never puts a question that needs power before the gate is passed", () => {
    for (const type of DEVICE_TYPES) {
      const answers: Answers = {};
      for (
        let next = nextQuestion(state(type.id, answers, false));
        next !== undefined;
        next = nextQuestion(state(type.id, answers, false))
      ) {
        expect(next.needsPower ?? false).toBe(false);
        answers[next.id] = next.choices?.at(0)?.id ?? 1;
      }
    }
  });

  it("goes back to the last answered question, keeps skipped ones answered, and counts progress", () => {
    const half = state("switch", { water: "splash", water_type: "", wet_time: "lt2h" });
    expect(nextQuestion(half)?.id).toBe("on_when_wet");
    expect(previousQuestion(half, "on_when_wet")?.id).toBe("wet_time");
    expect(previousQuestion(half, "water")).toBeUndefined();
    expect(previousQuestion(half, undefined)?.id).toBe("wet_time");
    expect(formProgress(half).answered).toBe(3);
  });

  it("lets an answer that no longer applies say nothing", () => {
    expect(effectiveAnswers(questions("switch"), { water: "none", corrosion: "heavy", age: "" })).toEqual({
      water: "none",
    });
  });

  it("reaches the end of every form, whatever is answered", () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEVICE_TYPES), fc.infiniteStream(fc.nat(20)), (type, dice) => {
        const answers: Answers = {};
        let steps = 0;
        for (
          let next = nextQuestion(state(type.id, answers));
          next !== undefined;
          next = nextQuestion(state(type.id, answers))
        ) {
          const at = dice.next().value ?? 0;
          answers[next.id] = next.choices?.[at % next.choices.length]?.id ?? "";
          steps += 1;
        }
        expect(steps).toBeLessThanOrEqual(questions(type.id).length);
      }),
    );
  });

  it("refuses tables with mistakes", () => {
    expect(form.safeParse(SURVEY_QUESTIONS).success).toBe(true);
    const text = { vi: "a", en: "a" };
    const bad: readonly Question[][] = [
      [
        { id: "a", kind: "text", label: text },
        { id: "a", kind: "text", label: text },
      ],
      [{ id: "a", kind: "choice", label: text }],
      [{ id: "a", kind: "text", label: text, when: [{ question: "b", in: ["x"] }] }],
    ];
    expect(bad.map((questions) => form.safeParse(questions).success)).toEqual([false, false, false]);
  });
});

describe("parseAnswer", () => {
  const count: Question = { id: "n", kind: "number", label: { vi: "n", en: "n" }, min: 0, max: 5000 };
  it.each([
    ["12", 12],
    ["1.200", 1200],
    ["1,5", 1.5],
    ["2.5", 2.5],
    ["1 200", 1200],
  ])("reads %s as %d", (text, value) => {
    expect(parseAnswer(count, text)).toEqual({ ok: true, value });
  });
  it.each(["-1", "abc", "5001", "1e3", "12 máy"])("refuses %s", (text) => {
    expect(parseAnswer(count, text).ok).toBe(false);
  });
  it.each([
    ["24/10/2020", "2020-10-24"],
    ["4/1/2026 7:05", "2026-01-04T07:05"],
    ["2020-10-24T14:30:00+07:00", "2020-10-24T14:30"],
    ["24/10/2020 14h30", "2020-10-24T14:30"],
  ])("reads %s", (text, value) => {
    expect(parseTime(text)).toBe(value);
  });
  it.each(["31/02/2020", "2020", "24/13/2020", "24/10/2020 25:00", "hôm qua"])("refuses %s", (text) => {
    expect(parseTime(text)).toBeNull();
  });
});

describe("narrow terminals", () => {
  it("breaks at blanks and never wider than the terminal", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SURVEY_QUESTIONS.map((question) => question.label.vi)),
        fc.integer({ min: 20, max: 100 }),
        (label, columns) => {
          const wrapped = wrapLines(label, columns);
          expect(wrapped.replaceAll("\n", " ")).toBe(label);
          expect(Math.max(...wrapped.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});

describe("devices of the scan", () => {
  it("offers what the sweep saw, with a likely type, and not what has a record", () => {
    const seen = (address: string, kind: "printer" | "unknown", name: string | null): Observation => ({
      id: `lan:${address}`,
      collector: "lanDevice",
      target: address,
      startMs: 0,
      durationMs: 1,
      outcome: "ok",
      evidence: { address, mac: null, vendor: "Canon", kind, openPorts: [9100], name, seenBy: ["tcp"] },
    });
    const offered = lanDevices(
      [
        seen("192.0.2.5", "printer", "in\u001b[2Jxx"),
        seen("192.0.2.6", "unknown", null),
        seen("192.0.2.7", "printer", null),
      ],
      [{ lanAddress: "192.0.2.7" }],
    );
    expect(offered).toEqual([
      { address: "192.0.2.5", type: "printer_laser", name: "in[2Jxx", vendor: "Canon" },
      { address: "192.0.2.6", type: "other", name: "", vendor: "Canon" },
    ]);
  });
});
