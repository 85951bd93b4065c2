import { pickVisit, placeName, type Picked } from "../checklist/session/pick-visit.ts";
import { runChecklist } from "../checklist/run.ts";
import { terminalUi } from "../terminal/prompts/terminal-ui.ts";
import { PausedError } from "../terminal/prompts/ui.ts";
import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import { oneLine } from "../base/terminal-safe.ts";
import type { OptionValues } from "../base/option-values.ts";
import { checklist } from "../text/checklist.ts";
import { explain as explainTexts } from "../text/explain-device.ts";
import { explain } from "./checklist/explain.ts";
import { newVisit } from "../visit/new-visit.ts";
import type { Visit } from "../visit/schema.ts";
import type { VisitStore } from "../visit/store.ts";
import { openForWork } from "./shared/open-for-work.ts";
import { importAnswersFile } from "../checklist/import/import-answers.ts";
import { writeTemplate } from "../checklist/import/write-template.ts";
import { stringOption } from "../base/options.ts";
import { placesOf, siteOption } from "./shared/places.ts";

/** `qbrecover checklist`: survey, safety gate and damage checklist, in the terminal or from a file. */
export async function run(context: CommandContext, _args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const texts = checklist[context.lang];
  const named = stringOption(options, "visit");
  const answers = stringOption(options, "answers");
  const template = stringOption(options, "template");
  if (named !== undefined && options["new"] === true) throw new UserError(texts.visitAndNew);
  if (answers !== undefined && template !== undefined) throw new UserError(texts.answersAlone);
  const device = stringOption(options, "explain");
  if (device !== undefined) {
    if (answers !== undefined || template !== undefined || options["new"] === true)
      throw new UserError(explainTexts[context.lang].alone);
    return explain(context, device, named);
  }
  if (template !== undefined) {
    await writeTemplate(context, template);
    context.err(`${texts.templateWritten(oneLine(template, 200))}\n`);
    return EXIT.healthy;
  }
  if (answers === undefined && !context.interactive) throw new UserError(texts.noTerminal);
  const store = await openForWork(context);
  try {
    const profile = stringOption(options, "profile");
    const places = placesOf(context, profile, () => (named === undefined ? null : store.get(named)));
    const site = await siteOption(context, options, places);
    const header = { ...headerOptions(options), ...(site === null ? {} : { site }) };
    if (answers !== undefined) {
      const taken = await importAnswersFile(context, store, answers, { named, header, places });
      context.err(`${texts.imported(taken.visit, taken.answers, taken.devices)}\n`);
      for (const line of [...taken.askAgain, ...taken.remarks]) context.err(`${line}\n`);
      return taken.missing ? EXIT.degraded : EXIT.healthy;
    }
    return await ask(context, store, { named, fresh: options["new"] === true, header, profile });
  } finally {
    store.close();
  }
}

/** What the command line told about the visit to ask about. */
interface Asked {
  readonly named: string | undefined;
  readonly fresh: boolean;
  readonly header: Partial<Visit>;
  readonly profile: string | undefined;
}

async function ask(
  context: CommandContext,
  store: VisitStore,
  { named, fresh, header, profile }: Asked,
): Promise<ExitCode> {
  const texts = checklist[context.lang];
  let picked: Picked;
  try {
    if (named !== undefined) picked = { kind: "resume", id: store.resolve(named) };
    else picked = fresh ? { kind: "new" } : await pickVisit(context, terminalUi(context), store);
  } catch (error) {
    if (error instanceof PausedError) return EXIT.interrupted;
    throw error;
  }
  if (picked.kind === "back") return EXIT.healthy;
  const id = picked.kind === "resume" ? picked.id : create(context, store, header);
  if (picked.kind === "resume") {
    const visit = store.get(id);
    if (Object.keys(header).length > 0) store.save({ ...visit, ...header });
    const summary = store.list({ ids: [id] })[0];
    context.err(`${texts.resumed(placeName(summary?.site ?? null, context.lang), summary?.answers ?? 0)}\n`);
  }
  const places = placesOf(context, profile, () => store.get(id));
  const ended = await runChecklist(context, store, id, places);
  if (ended === "paused" && isEmpty(store.get(id))) {
    store.remove([id]);
    return EXIT.interrupted;
  }
  context.err(`${ended === "done" ? texts.done(id) : texts.paused(id)}\n`);
  return ended === "done" ? EXIT.healthy : EXIT.interrupted;
}

function create(context: CommandContext, store: VisitStore, header: Partial<Visit>): string {
  const visit = {
    ...newVisit({ now: context.now(), timeZone: context.timeZone, randomBytes: (size) => context.randomBytes(size) }),
    ...header,
  };
  store.create(visit);
  return visit.id;
}

/** Nothing was told yet: not worth offering the next time. */
function isEmpty(visit: Visit): boolean {
  return (
    visit.site === null &&
    visit.scan === null &&
    visit.devices.length === 0 &&
    Object.keys(visit.survey).length + Object.keys(visit.safety).length === 0
  );
}

function headerOptions(options: OptionValues): Partial<Visit> {
  const campaign = stringOption(options, "campaign");
  const technician = stringOption(options, "technician");
  const stage = stringOption(options, "stage");
  return {
    ...(campaign === undefined ? {} : { campaign: campaign.normalize("NFC") }),
    ...(technician === undefined ? {} : { technician: technician.normalize("NFC") }),
    ...(stage === "before" || stage === "after" ? { stage } : {}),
  };
}
