import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/commands/visits.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { testContext, type TestContext } from "../report/helpers.ts";
import { device, NOW, scan, scratch, visit } from "./helpers/sample.ts";

const DONE = "2026-11-21T10:00:00+07:00";
const centre = (cwd: string): TestContext => testContext(scratch(), { cwd });

function stored(folder: string): Visit[] {
  const store = openStore(folder, "en");
  try {
    return [...store.iterate({})];
  } finally {
    store.close();
  }
}

/** Flips one bit of a file, for each of some places spread over it, and gives each result to `look`. */
async function flipped(file: string, places: number, look: (place: number) => Promise<void>): Promise<void> {
  const right = readFileSync(file);
  for (let each = 0; each < places; each += 1) {
    const place = Math.floor(((each + 0.5) * right.length) / places);
    const wrong = Buffer.from(right);
    wrong[place] = (wrong[place] ?? 0) ^ (1 << (each % 8));
    writeFileSync(file, wrong);
    await look(place);
  }
  writeFileSync(file, right);
}

test.each(["one.json", "three.ndjson", "three.ndjson.gz"])(
  "a flipped bit in %s is noticed: nothing goes in that is not what was exported",
  { timeout: 120_000 },
  async (name) => {
    const all = [0, 1, 2].map((offset) =>
      visit({ finishedAt: DONE, devices: [device("d1")], scan: scan("healthy") }, { now: NOW + offset }),
    );
    const { context } = testContext(scratch());
    const store = openStore(context.dataDir, "en");
    for (const each of name === "one.json" ? all.slice(0, 1) : all) store.create(each);
    store.close();
    expect(await run(context, ["export"], { all: true, output: name })).toBe(0);
    const right = stored(context.dataDir);
    let noticed = 0;
    await flipped(path.join(context.cwd, name), 80, async (place) => {
      const to = centre(context.cwd);
      const status = await run(to.context, ["import", name], {});
      const came = stored(to.context.dataDir);
      // White space and the heads of gzip members may flip without a difference; a visit may not.
      for (const each of came) expect(right).toContainEqual(each);
      noticed += Number(status !== 0);
      // What was noticed is named; of three, one was hit and the others are there.
      expect([place, status === 0 ? name : to.stderr()]).toEqual([place, expect.stringContaining(name)]);
      expect(came.length).toBeGreaterThanOrEqual(status === 0 ? right.length : Math.floor(right.length / 3));
    });
    expect(noticed).toBeGreaterThan(60);
  },
);
