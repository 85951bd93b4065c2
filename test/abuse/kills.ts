import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { contentHash } from "../../src/base/canonical.ts";
import { run as visits } from "../../src/commands/visits.ts";
import { photosOf, photoState } from "../../src/visit/photos.ts";
import { openStore } from "../../src/visit/store.ts";
import { device, visit } from "../visit/helpers/sample.ts";
import type { Part, Report } from "./report.ts";
import { receiver } from "./receiver.ts";
import { call, ENTRY, filled, killed, picture, scratch, seeded, stored, weekOf, type Killed } from "./worlds.ts";

const PHOTOGRAPHER = path.join(import.meta.dirname, "actors/photographing.ts");
const QUICK = ["--skip", "quality", "--skip", "path", "--skip", "mtu"];
const sorted = (values: readonly unknown[]): string => JSON.stringify(values);
const blows = { struck: 0, hit: 0 };

/** A kill; counted whether it met a running program. */
async function strike(
  args: readonly string[],
  when: ((out: string) => boolean) | null,
  delayMs = Infinity,
): Promise<Killed> {
  const ended = await killed(args, when, delayMs);
  blows.struck += 1;
  if (ended.signal === "SIGKILL") blows.hit += 1;
  return ended;
}

/** Killed without a farewell while a scan is stored, photos are taken, visits go in, out, into a bundle and to a receiver. */
export const killsPart: Part = {
  name: "kills",
  async run(report) {
    await inScan(report);
    await inPhotos(report);
    await inImport(report);
    await inExport(report);
    await inUpload(report);
    report.check("two kills of three met a running program", blows.hit * 3 >= blows.struck * 2, sorted([blows]));
    report.note(`${blows.hit} of ${blows.struck} kills met a running program`);
  },
};

/** How long a command takes when nobody disturbs it, milliseconds. */
async function timeOf(args: readonly string[]): Promise<number> {
  const started = performance.now();
  await killed(args, null);
  return performance.now() - started;
}

/** A moment within that time, mostly after the start of the runtime. */
const moment = (ms: number, random: () => number): number => ms * (0.2 + 0.75 * random());

const drafts = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".part"));

async function inScan(report: Report): Promise<void> {
  const folder = scratch();
  const scan = [ENTRY, "practice", "--batch", "--save", "--data-dir", folder, ...QUICK];
  const started = performance.now();
  const whole = await killed(scan, null);
  const ms = performance.now() - started;
  report.check("a scan is stored", whole.code === 0 && stored(folder).length === 1, whole.err);
  const random = seeded(1);
  let before = 1;
  for (let round = 0; round < report.rounds(12); round += 1) {
    await strike(scan, null, moment(ms, random));
    const now = stored(folder);
    report.check(
      `scan, kill ${round}: nothing that was stored is gone`,
      now.length >= before,
      `${before} -> ${now.length}`,
    );
    report.check(`scan, kill ${round}: what is there is whole`, checked(folder), "");
    before = now.length;
  }
}

/** Every record holds against its digests. */
function checked(folder: string): boolean {
  const store = openStore(folder, "en");
  try {
    return store.records.checkAll().length === 0;
  } finally {
    store.close();
  }
}

async function inPhotos(report: Report): Promise<void> {
  const pictures = scratch();
  for (let at = 0; at < 6; at += 1)
    writeFileSync(path.join(pictures, `anh-${at}.jpg`), picture(at, 400_000 + at * 300_000));
  const random = seeded(2);
  for (let round = 0; round < report.rounds(20); round += 1) {
    const one = visit({ devices: [device("d")] });
    const { folder } = filled([one]);
    const photos = path.join(folder, "photos", one.id);
    const wanted = 1 + Math.floor(random() * 5);
    const sign = random() < 0.5 ? "✔" : "?";
    const { out } = await strike(
      [PHOTOGRAPHER, folder, one.id, pictures],
      (text) => text.split(`${sign} `).length - 1 >= wanted,
    );
    const told = [...out.matchAll(/^✔ (.*)$/gmu)].map(([, file = ""]) => file);
    const [now] = stored(folder);
    const known = now === undefined ? [] : photosOf(now);
    report.check(
      `photo, kill ${round}: what was confirmed is there`,
      told.every((file) => known.some((each) => each.file === file)),
      sorted(told),
    );
    const bad = known.filter((each) => photoState(photos, each) !== "ok");
    report.check(`photo, kill ${round}: what is named is whole`, bad.length === 0, sorted(bad));
    // The next one tidies up, and comes to the end.
    const again = await killed([PHOTOGRAPHER, folder, one.id, pictures], null);
    report.check(
      `photo, kill ${round}: the next one ends well`,
      again.code === 0 && drafts(folder).length === 0,
      again.err + sorted(drafts(folder)),
    );
  }
}

async function inImport(report: Report): Promise<void> {
  const { folder, visits: all } = filled(weekOf(12), 200_000);
  const out = scratch();
  const bundle = path.join(out, "week.ndjson.gz");
  await call(visits, folder, ["export"], { all: true, output: bundle });
  const random = seeded(3);
  const ms = await timeOf([ENTRY, "visits", "import", bundle, "--data-dir", scratch()]);
  for (let round = 0; round < report.rounds(12); round += 1) {
    const centre = scratch();
    await strike([ENTRY, "visits", "import", bundle, "--data-dir", centre], null, moment(ms, random));
    const right = new Set(all.map(contentHash));
    report.check(
      `import, kill ${round}: only whole visits are there`,
      stored(centre).every((each) => right.has(contentHash(each))) && checked(centre),
    );
    const again = await call(visits, centre, ["import", bundle], {});
    report.check(`import, kill ${round}: a second time brings everything`, again.status === 0, again.err);
    const now = stored(centre);
    report.check(`import, kill ${round}: all visits, once`, now.length === all.length, `${now.length}`);
    const bad = now.flatMap((each) =>
      photosOf(each).filter((photo) => photoState(path.join(centre, "photos", each.id), photo) !== "ok"),
    );
    report.check(
      `import, kill ${round}: all photos whole`,
      bad.length === 0 && drafts(centre).length === 0,
      sorted(bad),
    );
  }
}

async function inExport(report: Report): Promise<void> {
  const { folder, visits: all } = filled(weekOf(30), 150_000);
  const random = seeded(4);
  for (const [name, args] of [
    ["week.ndjson.gz", ["upload", "--force", "--bundle"]],
    ["week.ndjson", ["visits", "export", "--all", "--force", "-o"]],
    ["devices.csv", ["report", "--all", "--table", "devices", "--force", "-o"]],
  ] as const) {
    const ms = await timeOf([ENTRY, ...args, path.join(scratch(), name), "--data-dir", folder]);
    for (let round = 0; round < report.rounds(8); round += 1) {
      const out = scratch();
      const target = path.join(out, name);
      writeFileSync(target, "what was there before");
      const command = [ENTRY, ...args, target, "--data-dir", folder];
      await strike(command, null, moment(ms, random));
      const untouched = readFileSync(target, "utf8") === "what was there before";
      const lines = linesOf(target);
      const ended = await killed(command, null);
      report.check(
        `${name}, kill ${round}: the next one ends well and leaves no draft`,
        ended.code === 0 && drafts(out).length === 0,
        ended.err + sorted(drafts(out)),
      );
      report.check(
        `${name}, kill ${round}: whole, or what was there before`,
        untouched || lines === linesOf(target),
        `${lines}`,
      );
      if (!name.endsWith(".gz")) continue;
      const centre = scratch();
      const taken = await call(visits, centre, ["import", target], {});
      report.check(
        `${name}, kill ${round}: it can be imported`,
        taken.status === 0 && stored(centre).length === all.length,
        taken.err,
      );
    }
  }
}

const linesOf = (file: string): number => {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") && bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString().split("\n").length;
};

async function inUpload(report: Report): Promise<void> {
  const random = seeded(5);
  const calm = await receiver(() => 201);
  const ms = await timeOf([ENTRY, "upload", "--to", calm.url, "--data-dir", filled(weekOf(8), 60_000).folder]);
  await calm.close();
  for (let round = 0; round < report.rounds(12); round += 1) {
    const { folder, visits: all } = filled(weekOf(8), 60_000);
    const centre = await receiver(() => 201);
    const send = [ENTRY, "upload", "--to", centre.url, "--data-dir", folder];
    await strike(send, null, moment(ms, random));
    const store = openStore(folder, "en");
    const claimed = all.filter(({ id }) => store.upload(id, centre.url)?.state === "sent").map(({ id }) => id);
    store.close();
    report.check(
      `upload, kill ${round}: nothing counts as sent that did not arrive`,
      claimed.every((id) => centre.got.has(id)),
      sorted(claimed),
    );
    const again = await killed(send, null);
    report.check(`upload, kill ${round}: the next one ends well`, again.code === 0, again.out + again.err);
    const missing = all
      .flatMap((each) => [each.id, ...photosOf(each).map(({ sha256 }) => `${each.id}/${sha256}`)])
      .filter((key) => !centre.got.has(key));
    report.check(`upload, kill ${round}: everything arrived`, missing.length === 0, sorted(missing));
    await centre.close();
  }
}
