import { expect, test } from "vitest";
import { run } from "../../src/commands/upload.ts";
import { openStore } from "../../src/visit/store.ts";
import { testContext } from "../report/helpers.ts";
import { NOW, scratch, visit } from "../visit/helpers/sample.ts";
import { receiver } from "./receiver.ts";

const DONE = "2026-11-21T10:00:00+07:00";
const HOUR = 3_600_000;

function three(): string {
  const folder = scratch();
  const store = openStore(folder, "en");
  for (const offset of [0, 1, 2]) store.create(visit({ finishedAt: DONE }, { now: NOW + offset }));
  store.close();
  return folder;
}

const httpDate = (ms: number): string => new Date(ms).toUTCString();

test.each<[string, number, Record<string, string>]>([
  ["503 with seconds", 503, { "retry-after": "3600" }],
  ["429 with seconds", 429, { "retry-after": "3600" }],
  // The receiver's clock is an hour behind: only the difference counts.
  ["503 with a time", 503, { "retry-after": httpDate(NOW), date: httpDate(NOW - HOUR) }],
])("%s halts the queue as a whole, says until when, and the next start respects it", async (_name, status, headers) => {
  const folder = three();
  const { url, got } = await receiver([201, status, 201], headers);
  const start = async (now: number, more: readonly string[] = []): Promise<[number, string, string]> => {
    const { context, stdout, stderr } = testContext(folder, { now: () => now });
    return [await run(context, more, { to: url, ...(more.length === 0 ? {} : {}) }), stdout(), stderr()];
  };
  const [exit, told, next] = await start(NOW);
  expect([exit, got.length]).toEqual([1, 2]);
  expect(told).toMatch(/Sent 1, failed 1, left 1/u);
  expect(next).toContain(`(${status}) and asks to be left alone until 2026-11-21 09:30`);
  expect(next).toContain("--bundle");
  // Too early: nothing is sent, and it is said why.
  const [early, left, again] = await start(NOW + HOUR / 2);
  expect([early, got.length]).toEqual([1, 2]);
  expect(left).toMatch(/Sent 0, failed 0, left 2/u);
  expect(again).toContain("until 2026-11-21 09:30");
  const [late, rest] = await start(NOW + HOUR + 1000);
  expect([late, got.length]).toEqual([0, 4]);
  expect(rest).toMatch(/Sent 2, failed 0, left 0/u);
});

test("no receiver keeps anybody waiting for more than a day", async () => {
  const folder = three();
  const { url, got } = await receiver([503, 201], { "retry-after": "999999999" });
  expect(await run(testContext(folder, { now: () => NOW }).context, [], { to: url })).toBe(1);
  expect(await run(testContext(folder, { now: () => NOW + 25 * HOUR }).context, [], { to: url })).toBe(0);
  expect(got).toHaveLength(4);
});

test.each([
  [401, /does not take the token \(401\); check QBRECOVER_UPLOAD_TOKEN/u, 1],
  [403, /does not take the token \(403\)/u, 1],
  [404, /nothing receives visits at this address \(404\); ask the centre/u, 3],
  [409, /the centre has this visit with other content \(409\)[^]*visits import there shows both sides/u, 3],
  [413, /too large for the server \(413\)[^]*--bundle/u, 3],
  [422, /does not understand this visit \(422\)/u, 3],
])("%i is said in words with the next step", async (status, says, calls) => {
  const { url, got } = await receiver([status]);
  for (const lang of ["en", "vi"] as const) {
    const { context, stdout, stderr } = testContext(three(), { lang });
    expect(await run(context, [], { to: url })).toBe(1);
    expect(lang === "en" ? stdout() : "").toMatch(lang === "en" ? says : /^$/u);
    expect(stdout()).toContain(`(${status})`);
    // A token that is wrong for one is wrong for all.
    expect(/stopped|dừng gửi/u.test(stderr())).toBe(calls === 1);
  }
  expect(got).toHaveLength(2 * calls);
});
