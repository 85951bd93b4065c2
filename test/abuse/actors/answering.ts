// A person who answers: node answering.ts FOLDER VISIT. Puts safety and survey through the product's own forms; the screen
// is this process's stdout, each line the moment at which it would stand on the screen.
import { writeSync } from "node:fs";
import { deviceForm } from "../../../src/checklist/session/device-form.ts";
import { runForm, type FormRun } from "../../../src/checklist/session/run-form.ts";
import { openSession } from "../../../src/checklist/session/session.ts";
import { surveyForm } from "../../../src/checklist/session/survey-form.ts";
import type { Reply, Ui } from "../../../src/terminal/prompts/ui.ts";
import { newDevice } from "../../../src/visit/new-device.ts";
import { openStore } from "../../../src/visit/store.ts";
import { testContext } from "../../report/helpers.ts";

const [folder = "", id = ""] = process.argv.slice(2);
const say = (text: string): void => void writeSync(1, `${text}\n`);
let pending = "";
const answer = (message: string, value: string): Reply<string> => {
  pending = message;
  say(`? ${message}`);
  return { kind: "answer", value };
};
const ui: Ui = {
  choose: ({ message, options }) => {
    const list = typeof options === "function" ? options("") : options;
    return Promise.resolve(answer(message, list[0]?.value ?? ""));
  },
  ask: (request) => {
    const { message, initial } = request;
    const typed = [initial ?? "", "7", "24/10/2020 7:30", "một câu trả lời"].find(
      (text) => text !== "" && request.check(text) === null,
    );
    return Promise.resolve(answer(message, typed ?? ""));
  },
  tick: ({ message }) => {
    answer(message, "");
    return Promise.resolve({ kind: "answer", value: [] });
  },
  say: () => undefined,
  stored: () => {
    if (pending !== "") say(`✔ ${pending}`);
    pending = "";
  },
};
const store = openStore(folder, "vi");
const { context } = testContext(folder, { lang: "vi" });
const session = openSession(context, store, ui, id, () => Promise.reject(new Error("no place is asked for")));
/** The form, telling after each commit which answer it was: the parent holds the store against it. */
const told = (name: string, form: FormRun): FormRun => ({
  ...form,
  save: (key, value) => {
    form.save(key, value);
    say(`= ${name}.${key} ${JSON.stringify(value)}`);
  },
});
await runForm(session, told("survey", surveyForm(session)));
for (const [at, type] of ["pc", "router_ont", "laptop", "switch"].entries()) {
  const device = session.visit().devices[at] ?? newDevice(context, type);
  if (session.visit().devices[at] === undefined) session.saveDevice(device);
  await runForm(session, told(`device${at}`, deviceForm(session, device.id)));
}
store.close();
say("done");
