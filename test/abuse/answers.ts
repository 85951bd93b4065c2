import path from "node:path";
import { answersOfDevice } from "../../src/checklist/data/device-answers.ts";
import type { Answers, Visit } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { visit } from "../visit/helpers/sample.ts";
import type { Part } from "./report.ts";
import { killed, scratch, seeded, stored } from "./worlds.ts";

const ACTOR = path.join(import.meta.dirname, "actors/answering.ts");
/** Answers at which it is killed. */
const ANSWERS = 60;

/** What is stored, by the name that the actor tells it by. */
function answersOf(one: Visit | undefined): Map<string, string> {
  const told = (name: string, answers: Answers): [string, string][] =>
    Object.entries(answers).map(([key, value]) => [`${name}.${key}`, JSON.stringify(value)]);
  const devices = (one?.devices ?? []).flatMap((device, at) => told(`device${at}`, answersOfDevice(device)));
  return new Map([...told("survey", one?.survey ?? {}), ...devices]);
}

/** Killed at each of 60 answers: right after the tick, right after the question was put, or somewhere in between. */
export const answersPart: Part = {
  name: "answers",
  async run(report) {
    const folder = scratch();
    const one = visit();
    const store = openStore(folder, "en");
    store.create(one);
    store.close();
    const random = seeded(60);
    const known = new Map<string, string>();
    let kills = 0;
    let restarts = 0;
    // Each start goes on where the one before was killed: at its first answer, or right after the first question.
    while (known.size < ANSWERS && restarts < 400) {
      restarts += 1;
      const sign = random() < 0.5 ? "✔" : "?";
      const { out, signal, err } = await killed([ACTOR, folder, one.id], (text) => text.includes(`${sign} `));
      if (signal === "SIGKILL") kills += 1;
      const told = [...out.matchAll(/^= (\S+) (.*)$/gmu)].map(([, key = "", value = ""]) => [key, value] as const);
      for (const [key, value] of told) {
        report.check(`${key} is put once`, !known.has(key), `again after ${known.get(key) ?? ""}`);
        known.set(key, value);
      }
      const [now] = stored(folder);
      const there = answersOf(now);
      const lost = [...known].filter(([key, value]) => there.get(key) !== value);
      report.check(`everything that was ticked is there after kill ${kills}`, lost.length === 0, JSON.stringify(lost));
      report.check("the store holds", now !== undefined && err === "", err);
      // Stored, and killed before the line came out: it is there, and is not put again.
      for (const [key, value] of there) if (!known.has(key)) known.set(key, value);
      if (out.includes("done")) break;
    }
    report.check(`${ANSWERS} answers were given`, known.size >= ANSWERS, `${known.size}`);
    report.check(`killed at ${ANSWERS} moments`, kills >= ANSWERS, `${kills}`);
    report.note(`${kills} kills around ${known.size} answers`);
  },
};
