import { existsSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import path from "node:path";
import type { CommandContext } from "../../base/context.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { shownTime } from "../../base/shown-time.ts";
import { machines as texts } from "../../text/machines.ts";
import { STORE_FILE } from "../../visit/db/connection.ts";
import { hardwareAddresses } from "../../visit/hardware-addresses.ts";
import type { VisitSummary } from "../../visit/queries/summary.ts";
import { openStore, type VisitStore } from "../../visit/store.ts";

/** The newest visit that nobody has finished and that is no exercise; null where there is none. */
export function newestOpenVisit(store: VisitStore): VisitSummary | null {
  return store.list({ finished: false, practice: false, limit: 1 })[0] ?? null;
}

/** A visit as people recognise it: where, or its id, and when. */
export function placeOfVisit({ id, site, startedAt }: Pick<VisitSummary, "id" | "site" | "startedAt">): string {
  const when = shownTime(startedAt, true) ?? startedAt;
  return oneLine(`${site === null || site.name === "" ? id.slice(0, 13) : site.name} (${when})`, 120);
}

/** A visit that was begun on another computer, with the words by which it is offered. */
export interface OfficeVisit {
  readonly visit: string;
  readonly name: string;
}

/** The open visit of an office to which this computer could be added; null where it was begun on this very one. */
export async function visitForThisComputer(context: CommandContext): Promise<OfficeVisit | null> {
  if (!existsSync(path.join(context.dataDir, STORE_FILE))) return null;
  try {
    const store = openStore(context.dataDir, context.lang, "read");
    try {
      const open = newestOpenVisit(store);
      const { scan = null } = open === null ? {} : store.get(open.id);
      if (open === null || scan === null || isThisComputer(hardwareAddresses(scan.evidence))) return null;
      return { visit: open.id, name: texts[context.lang].menu(oneLine(hostname(), 60), placeOfVisit(open)) };
    } finally {
      store.close();
    }
  } catch {
    // What is wrong with the store is told in full by the command that needs it.
    return null;
  }
}

function isThisComputer(addresses: readonly string[]): boolean {
  const own = Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ mac }) => mac.toLowerCase()));
  return addresses.length === 0 || addresses.some((address) => own.includes(address));
}
