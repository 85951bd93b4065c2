import { gateBanner, isSafetyComplete, runSafety } from "../../checklist/session/safety-flow.ts";
import { openSession, type Session } from "../../checklist/session/session.ts";
import { ageText } from "../../checklist/session/pick-visit.ts";
import { safetyGate } from "../../checklist/triage/gate.ts";
import type { CommandContext } from "../../base/context.ts";
import { terminalUi } from "../../terminal/prompts/terminal-ui.ts";
import { PausedError } from "../../terminal/prompts/ui.ts";
import { scan as scanTexts } from "../../text/scan.ts";
import type { Visit } from "../../visit/schema.ts";
import { placesOf } from "./places.ts";
import type { Filing } from "./visit-filing.ts";

/** Answers about safety are as old as the water's last change: older ones are not offered again. */
const OFFERED_FOR_MS = 4 * 3_600_000;

/**
 * The electrical gate of this site, before any cable is plugged in. Behind a closed gate the network may still be looked
 * at, by the laptop's battery.
 * @returns "stop" where the person leaves; everything told is stored
 */
export async function askGate(context: CommandContext, filing: Filing): Promise<"go" | "stop"> {
  const texts = scanTexts[context.lang];
  filing.keep();
  const { id } = filing.visit;
  const places = placesOf(context, undefined, () => filing.store.get(id));
  const session = openSession(context, filing.store, terminalUi(context), id, places);
  try {
    if (!isSafetyComplete(session.visit().safety)) await takeOver(session, filing);
    if ((await runSafety(session, texts.gateByBattery)) === "back") return leave(session, filing);
    return "go";
  } catch (error) {
    if (error instanceof PausedError) return leave(session, filing);
    throw error;
  }
}

/** Offers the answers of a visit of the last hours to the same place, by name and age; never takes them silently. */
async function takeOver(session: Session, filing: Filing): Promise<void> {
  const { context, ui, lang } = session;
  const texts = scanTexts[lang];
  const now = context.now();
  const recent = recentVisit(session, filing, now);
  if (recent === null) return;
  const banner = gateBanner(safetyGate(recent.safety), lang).trim();
  const age = ageText(now - Date.parse(recent.updatedAt), lang);
  const reply = await ui.choose({
    message: texts.gateKnown(recent.site?.name ?? "", age),
    ...(banner === "" ? {} : { head: banner }),
    options: [
      { value: "new", name: texts.gateAskAgain },
      { value: "keep", name: texts.gateKeep },
    ],
    deliberate: true,
  });
  if (reply.kind === "answer" && reply.value === "keep") session.saveVisit({ safety: recent.safety });
}

function recentVisit(session: Session, filing: Filing, now: number): Visit | null {
  const here = session.visit();
  for (const { id, updatedMs } of filing.store.list({ limit: 5 })) {
    if (id === here.id || now - updatedMs > OFFERED_FOR_MS || updatedMs > now) continue;
    const visit = filing.store.get(id);
    const isHere = here.site === null || visit.site === null || visit.site.id === here.site.id;
    if (isHere && isSafetyComplete(visit.safety)) return visit;
  }
  return null;
}

/** A visit about which nothing was told is not kept. */
function leave(session: Session, filing: Filing): "stop" {
  const visit = session.visit();
  const { context, lang } = session;
  if (
    Object.keys(visit.safety).length === 0 &&
    visit.scan === null &&
    visit.devices.length === 0 &&
    Object.keys(visit.survey).length === 0
  )
    filing.store.remove([visit.id]);
  else context.err(`${scanTexts[lang].gateStopped(visit.id)}\n`);
  return "stop";
}
