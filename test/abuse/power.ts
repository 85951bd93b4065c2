import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { photosOf, photoState } from "../../src/visit/photos.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { device, visit } from "../visit/helpers/sample.ts";
import { DiskModel, type Cut, type DiskOp } from "./disk-model.ts";
import type { Part, Report } from "./report.ts";
import { canTrace, traced } from "./strace.ts";
import { picture, scratch, seeded } from "./worlds.ts";

const ACTORS = path.join(import.meta.dirname, "actors");
const CUTS: readonly Cut[] = ["dropped", "kept", "torn"];
/** Cuts of answers and of photos: of all moments, so many spread over the run. */
const MOMENTS = 150;

/**
 * The power goes at any moment while answers are given and photos taken: what was confirmed on the screen until then must
 * be found, whatever the disk made of what was not synced.
 */
export const powerPart: Part = {
  name: "power",
  run(report) {
    if (!canTrace()) report.check("strace is there (apt-get install strace)", false);
    else {
      cutAnswers(report);
      cutPhotos(report);
    }
    return Promise.resolve();
  },
};

function cutAnswers(report: Report): void {
  const folder = scratch();
  const one = visit();
  // The folder is made within the trace: its first file is as much at stake as the last answer.
  const data = path.join(folder, "data");
  const ops = traced([path.join(ACTORS, "starting.ts"), data, JSON.stringify(one)], data, path.join(scratch(), "log"));
  report.check("answers were traced", ops.filter(({ kind }) => kind === "told").length > 40, `${ops.length} ops`);
  const cuts = cutEverywhere(report, "answers", ops, data, (found, told) => {
    const lost = [...told.matchAll(/^= survey\.(\S+) (.*)$/gmu)].filter(
      ([, key = "", value = ""]) => JSON.stringify(found?.survey[key]) !== value,
    );
    return lost.map(([line]) => line);
  });
  report.note(`${cuts} power cuts among ${ops.length} operations on the disk while answers were given`);
}

function cutPhotos(report: Report): void {
  const folder = scratch();
  const pictures = scratch();
  for (let at = 0; at < 4; at += 1)
    writeFileSync(path.join(pictures, `anh-${at}.jpg`), picture(at, 30_000 + at * 20_000));
  const data = path.join(folder, "data");
  const one = visit({ devices: [device("d")] });
  const ops = traced(
    [path.join(ACTORS, "starting.ts"), data, JSON.stringify(one), pictures],
    data,
    path.join(scratch(), "log"),
  );
  report.check("photos were traced", ops.filter(({ kind }) => kind === "told").length >= 4, `${ops.length} ops`);
  const cuts = cutEverywhere(report, "photos", ops, data, (found, told, place) => {
    const known = found === undefined ? [] : photosOf(found);
    const confirmed = [...told.matchAll(/^✔ (.*)$/gmu)].map(([, file = ""]) => file);
    const lost = confirmed.filter((file) => !known.some((photo) => photo.file === file));
    // What the record names was on the disk before the record named it.
    const broken = known
      .filter((photo) => photoState(path.join(place, "photos", one.id), photo) !== "ok")
      .map(({ file }) => file);
    return [...lost, ...broken];
  });
  report.note(`${cuts} power cuts among ${ops.length} operations on the disk while photos were taken`);
}

type Lost = (found: Visit | undefined, told: string, folder: string) => readonly string[];

interface Loss {
  readonly at: string;
  readonly missing: readonly string[];
}

/** @param lost what of the confirmed is missing in what was found */
function cutEverywhere(report: Report, what: string, ops: readonly DiskOp[], data: string, lost: Lost): number {
  const moments = report.rounds(MOMENTS);
  const { cuts, losses } = allCuts(ops, data, lost, moments);
  for (let held = losses.length; held < cuts; held += 1) report.check(what, true);
  for (const { at, missing } of losses) report.check(`${what}: cut ${at}`, false, missing.join("; "));
  // The model would notice: the same program, had it synced nothing, or only not the names.
  const careless = [
    ops.filter(({ kind }) => kind !== "sync"),
    ops.filter((op) => op.kind !== "sync" || /\.(?:db|db-wal|part)$/u.test(op.path)),
  ];
  for (const without of careless)
    report.check(
      `${what}: a program that syncs less loses something`,
      allCuts(without, data, lost, moments).losses.length > 0,
    );
  return cuts;
}

function allCuts(
  ops: readonly DiskOp[],
  data: string,
  lost: Lost,
  moments: number,
): { readonly cuts: number; readonly losses: readonly Loss[] } {
  const random = seeded(7);
  const model = new DiskModel();
  const step = Math.max(1, Math.floor(ops.length / moments));
  const losses: Loss[] = [];
  let told = "";
  let cuts = 0;
  for (const [at, op] of ops.entries()) {
    model.apply(op);
    if (op.kind === "told") told += op.text;
    // Every moment at which something was confirmed, and the one after it; of the others a share.
    const near = op.kind === "told" || ops[at - 1]?.kind === "told";
    if (!near && at % step !== 0) continue;
    for (const cut of CUTS) {
      cuts += 1;
      const place = restored(model.after(cut, random), data);
      const missing = readBack(place, told, lost);
      if (missing.length > 0) losses.push({ at: `after operation ${at} (${op.kind}), ${cut}`, missing });
      rmSync(place, { recursive: true, force: true });
    }
  }
  return { cuts, losses };
}

/** The files of a cut in a folder of their own. */
function restored({ folders, files }: ReturnType<DiskModel["after"]>, data: string): string {
  const place = path.join(scratch(), "data");
  const there = (file: string): string => path.join(place, path.relative(data, file));
  for (const folder of folders) mkdirSync(there(folder), { recursive: true });
  for (const [file, content] of files) {
    mkdirSync(path.dirname(there(file)), { recursive: true });
    writeFileSync(there(file), content);
  }
  return place;
}

function readBack(place: string, told: string, lost: Lost): readonly string[] {
  // Nothing was confirmed before the visit itself was stored.
  if (!told.includes("created")) return [];
  try {
    const store = openStore(place, "en");
    try {
      const [found] = [...store.iterate({})];
      return [
        ...lost(found, told, place),
        ...(found === undefined ? ["the visit"] : []),
        ...store.records.damaged().map(({ part }) => part),
      ];
    } finally {
      store.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
