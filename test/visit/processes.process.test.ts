import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../src/visit/store.ts";
import { scratch, visit } from "./helpers/sample.ts";

const WRITER = path.join(import.meta.dirname, "helpers/writer.ts");

function writer(
  folder: string,
  id: string,
  prefix: string,
  count: number,
): ChildProcess & { stdout: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, [WRITER, folder, id, prefix, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function lines(child: ChildProcess & { stdout: NodeJS.ReadableStream }, killAfter = Infinity): Promise<string[]> {
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line);
    if (told.length === killAfter) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return told;
}

test("three processes write into one visit at once: nothing is lost", async () => {
  const folder = scratch();
  const one = visit();
  const store = openStore(folder, "en");
  store.create(one);
  const told = await Promise.all(["a", "b", "c"].map((prefix) => lines(writer(folder, one.id, prefix, 60))));
  const stored = store.get(one.id);
  store.close();
  expect(told.map((each) => each.length)).toEqual([60, 60, 60]);
  expect(stored.devices.map(({ id }) => id).toSorted()).toEqual(told.flat().toSorted());
  expect(Object.keys(stored.survey).toSorted()).toEqual(told.flat().toSorted());
});

test("several processes make the store at the same moment", async () => {
  const folder = path.join(scratch(), "new");
  const children = ["a", "b", "c", "d"].map((prefix) => writer(folder, "none", prefix, 0));
  await Promise.all(children.map((child) => lines(child)));
  expect(children.map((child) => child.exitCode)).toEqual([0, 0, 0, 0]);
});

test("killed at any moment: everything that was confirmed is there when the store is opened again", async () => {
  const folder = scratch();
  const one = visit();
  let store = openStore(folder, "en");
  store.create(one);
  store.close();
  const confirmed: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    confirmed.push(...(await lines(writer(folder, one.id, `r${round}-`, 1000), 3 + round * 2)));
    store = openStore(folder, "en");
    const stored = store.get(one.id);
    store.close();
    const devices = new Set(stored.devices.map(({ id }) => id));
    expect(confirmed.filter((id) => !devices.has(id))).toEqual([]);
    expect(confirmed.filter((id) => stored.survey[id] === undefined)).toEqual([]);
  }
  expect(confirmed.length).toBeGreaterThan(8 * 3);
});
