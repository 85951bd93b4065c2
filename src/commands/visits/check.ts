import type { CommandContext } from "../../base/context.ts";
import { EXIT, type ExitCode } from "../../base/exit.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import { shownTime } from "../../base/shown-time.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { visits } from "../../text/visits.ts";
import { checkStore, type StoreCheck } from "../../visit/care/check.ts";
import { openStore } from "../../visit/store.ts";

const MIB = 1024 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Less is told in capitals: a day of photos would not fit. */
const LOW_MIB = 200;

/** Looks at the whole store: file, records, photos, space, copy. 2 where something is damaged or missing. */
export function checkVisits(context: CommandContext): ExitCode {
  const store = openStore(context.dataDir, context.lang, "read");
  try {
    const found = checkStore(store, context.now());
    context.out(`${lines(found, context).join("\n")}\n`);
    const bad = found.structure.length + found.damaged.length + found.photos.problems.length > 0;
    if (bad) context.err(`${visits[context.lang].damagedNext}\n`);
    return bad ? EXIT.degraded : EXIT.healthy;
  } finally {
    store.close();
  }
}

function lines(found: StoreCheck, context: CommandContext): string[] {
  const texts = visits[context.lang];
  const damage = [
    ...found.structure.map((line) => texts.checkStructure(oneLine(line, 200))),
    ...found.damaged.map(({ id, part }) => texts.checkDamaged(oneLine(id, 60), oneLine(part, 100))),
    ...found.photos.problems.map(({ visit, file, state }) =>
      state === "missing"
        ? texts.photoMissing(visit, oneLine(file, 100))
        : texts.photoDamaged(visit, oneLine(file, 100)),
    ),
  ];
  const free = Math.floor(found.freeBytes / MIB);
  return [
    texts.checkFile(oneLine(found.file, 300), found.visits),
    ...(damage.length === 0 ? [texts.checkFine] : damage),
    texts.checkPhotos(found.photos.count),
    ...found.left.map((file) => texts.checkLeft(oneLine(file, 300))),
    free < LOW_MIB ? texts.checkFreeLow(free) : texts.checkFree(free),
    copyLine(found.copiedAt, context),
  ];
}

function copyLine(copiedAt: number | null, context: CommandContext): string {
  const texts = visits[context.lang];
  if (copiedAt === null) return texts.checkNoCopy;
  const at = shownTime(isoWithOffset(copiedAt, context.timeZone), true) ?? "";
  return texts.checkCopy(at, Math.max(0, Math.floor((context.now() - copiedAt) / DAY_MS)));
}
