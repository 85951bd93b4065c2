import type { CommandContext } from "../../base/context.ts";
import type { Lang } from "../../base/languages.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import type { AnswerValue, Device, Site, Visit } from "../../visit/schema.ts";
import type { VisitStore } from "../../visit/store.ts";
import type { Gazetteer } from "../../survey/places.ts";
import type { Ui } from "../../terminal/prompts/ui.ts";

/**
 * One visit under way: what the flows read, and the only ways in which they write. Every write is on the disk when it
 * returns.
 */
export interface Session {
  readonly context: CommandContext;
  readonly store: VisitStore;
  readonly ui: Ui;
  readonly lang: Lang;
  /** Lists of communes, loaded when they are first asked for. */
  readonly places: () => Promise<Gazetteer>;
  /** The visit as it is now. */
  visit(): Visit;
  saveAnswer(section: "survey" | "safety", id: string, value: AnswerValue | null): void;
  saveDevice(device: Device): void;
  removeDevice(id: string): void;
  /** Several changes in one transaction. */
  saveVisit(change: Partial<Visit>): void;
  saveSite(site: Site): void;
  /** Now, ISO 8601 with the laptop's offset. */
  now(): string;
}

export function openSession(
  context: CommandContext,
  store: VisitStore,
  ui: Ui,
  visitId: string,
  places: () => Promise<Gazetteer>,
): Session {
  let visit = store.get(visitId);
  const now = (): string => isoWithOffset(context.now(), context.timeZone);
  const saveVisit = (change: Partial<Visit>): void => {
    const next = { ...visit, ...change, updatedAt: now() };
    store.save(next);
    ui.stored();
    visit = next;
  };
  return {
    context,
    store,
    ui,
    lang: context.lang,
    places,
    visit: () => visit,
    saveAnswer: (section, id, value) => {
      store.saveAnswer(visit.id, section, id, value, now());
      ui.stored();
      const { [id]: _old, ...others } = visit[section];
      visit = { ...visit, [section]: value === null ? others : { ...others, [id]: value } };
    },
    saveDevice: (device) => {
      store.saveDevice(visit.id, device, now());
      ui.stored();
      const known = visit.devices.some((each) => each.id === device.id);
      visit = {
        ...visit,
        devices: known
          ? visit.devices.map((each) => (each.id === device.id ? device : each))
          : [...visit.devices, device],
      };
    },
    removeDevice: (id) => {
      store.removeDevice(visit.id, id, now());
      ui.stored();
      visit = { ...visit, devices: visit.devices.filter((device) => device.id !== id) };
    },
    saveVisit,
    saveSite: (site) => saveVisit({ site }),
    now,
  };
}
