import type { CommandContext } from "../base/context.ts";
import { PAPER_QUESTIONS, SURVEY_QUESTIONS } from "../survey/data/questions.ts";
import type { Gazetteer } from "../survey/places.ts";
import { checklist } from "../text/checklist.ts";
import type { VisitStore } from "../visit/store.ts";
import { careLines } from "./care-list.ts";
import { validateCatalogue } from "./data/catalogue.ts";
import { form } from "../form/question.ts";
import { correctAnswers } from "./session/correct.ts";
import { addDevice, assess } from "./session/device-flow.ts";
import { addFromLan, editDevice } from "./session/device-menu.ts";
import { lanDevices } from "./session/lan-offer.ts";
import { correctSafety, runSafety } from "./session/safety-flow.ts";
import { openSession, type Session } from "./session/session.ts";
import { askSite } from "./session/site-flow.ts";
import { runPaper, runSurvey } from "./session/survey-flow.ts";
import { surveyForm } from "./session/survey-form.ts";
import { careOrder } from "./triage/care-order.ts";
import { terminalUi } from "../terminal/prompts/terminal-ui.ts";
import { PausedError, type Option } from "../terminal/prompts/ui.ts";

/**
 * Survey, safety gate and damage checklist of one visit, in the terminal. Goes on where it was; what is answered is not
 * asked again. Ctrl+C, Esc at the beginning and "pause" end it with everything stored.
 * @returns "done" when the visit was finished
 * @throws UserError where the store can no longer be written
 */
export async function runChecklist(
  context: CommandContext,
  store: VisitStore,
  visitId: string,
  places: () => Promise<Gazetteer>,
): Promise<"done" | "paused"> {
  validateCatalogue();
  form.parse(SURVEY_QUESTIONS);
  const session = openSession(context, store, terminalUi(context), visitId, places);
  try {
    return (await questionsBeforeDevices(session)) ? await deviceLoop(session) : "paused";
  } catch (error) {
    if (error instanceof PausedError) return "paused";
    throw error;
  }
}

/**
 * Place, safety, survey, in this order; Esc at the beginning of one leads to the one before. False where Esc leads out.
 */
async function questionsBeforeDevices(session: Session): Promise<boolean> {
  if ((await askSite(session)) === "back") return false;
  // Safety and survey are complete before devices begin; nothing to go back to but pausing.
  while ((await runSafety(session)) === "back") session.ui.say(checklist[session.lang].atStart);
  while ((await runSurvey(session)) === "back") session.ui.say(checklist[session.lang].atStart);
  return true;
}

async function deviceLoop(session: Session): Promise<"done" | "paused"> {
  const unfinished = session.visit().devices.find((device) => !device.done);
  if (unfinished !== undefined) await assess(session, unfinished.id);
  for (;;) {
    const choice = await mainMenu(session);
    switch (choice) {
      case "add":
        await addDevice(session);
        break;
      case "lan":
        await addFromLan(session);
        break;
      case "go":
        await assess(session, session.visit().devices.find((device) => !device.done)?.id ?? "");
        break;
      case "edit":
        await editDevice(session);
        break;
      case "safety":
        await correctSafety(session);
        break;
      case "survey":
        await correctAnswers(session, surveyForm(session));
        break;
      case "paper":
        await runPaper(session);
        break;
      case "care":
        sayCare(session);
        break;
      case "finish":
        sayCare(session);
        session.saveVisit({ finishedAt: session.now() });
        return "done";
      case "pause":
        return "paused";
    }
  }
}

/** What is washed and dried first: it runs against the clock, so it is said when the visit ends, too. */
function sayCare(session: Session): void {
  const { devices, safety } = session.visit();
  const lines = careLines(devices, safety, session.lang);
  if (lines.length > 0) session.ui.say(`\n${lines.join("\n")}`);
}

const CHOICES = ["add", "go", "lan", "edit", "care", "safety", "survey", "paper", "finish", "pause"] as const;
type Choice = (typeof CHOICES)[number];

async function mainMenu(session: Session): Promise<Choice> {
  const texts = checklist[session.lang];
  const visit = session.visit();
  const pieces = visit.devices.reduce((sum, device) => sum + device.quantity, 0);
  const offered = lanDevices(visit.scan?.evidence.observations ?? [], visit.devices).length;
  const names: Readonly<Record<Choice, string | null>> = {
    add: texts.menuAdd,
    go: visit.devices.some((device) => !device.done) ? texts.menuUnfinished : null,
    lan: offered === 0 ? null : texts.menuLan(offered),
    edit: visit.devices.length === 0 ? null : texts.menuEdit,
    care: careOrder(visit.devices, visit.safety).length === 0 ? null : texts.menuCare,
    safety: texts.gateCorrect,
    survey: texts.menuSurvey,
    paper: PAPER_QUESTIONS.some(({ id }) => visit.survey[id] === undefined) ? texts.menuPaper : null,
    finish: visit.devices.every((device) => device.done) ? texts.menuFinish : null,
    pause: texts.pause,
  };
  const options = CHOICES.flatMap((value): Option[] => {
    const name = names[value];
    return name === null ? [] : [{ value, name }];
  });
  // Esc in the menu leads nowhere further: stay.
  for (;;) {
    const reply = await session.ui.choose({ message: texts.menu(visit.devices.length, pieces), options });
    const chosen = CHOICES.find((value) => reply.kind === "answer" && value === reply.value);
    if (chosen !== undefined) return chosen;
  }
}
