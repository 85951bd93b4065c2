import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import { UserError } from "../../src/base/exit.ts";
import { run } from "../../src/commands/upload.ts";
import { run as visits } from "../../src/commands/visits.ts";
import type { Patience, Sending } from "../../src/upload/patience.ts";
import { sendQueue } from "../../src/upload/queue.ts";
import { uploadTarget } from "../../src/upload/target.ts";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { testContext } from "../report/helpers.ts";
import { device, NOW, scan, scratch, visit } from "../visit/helpers/sample.ts";
import { receiver } from "./receiver.ts";
import { soonerThan } from "../support/sooner.ts";

const QUICK: Patience = { tries: 3, deadlineMs: 300, firstPauseMs: 10, capMs: 20 };
const SILENT = { result: () => undefined, progress: () => undefined };
/** A queue to this address. */
const to = (
  context: Sending["context"],
  url: string,
  patience: Patience = QUICK,
  told: Sending["told"] = SILENT,
): Sending => ({
  context,
  receiver: { url: new URL(url), token: null, trust: null },
  patience,
  told,
});
const DONE = "2026-11-21T10:00:00+07:00";

function filled(...all: readonly Visit[]): string {
  const folder = scratch();
  const store = openStore(folder, "en");
  for (const each of all) store.create(each);
  store.close();
  return folder;
}

const finished = (offset: number): Visit =>
  visit({ finishedAt: DONE, devices: [device("d1")], scan: scan("healthy") }, { now: NOW + offset });

test("finished visits, but no practice, are sent once each, with key, digest and token; what changed is sent again", async () => {
  const [first, second] = [finished(0), finished(1)];
  const practice = scan("healthy");
  practice.evidence.profile = { ...practice.evidence.profile, id: "practice" };
  const folder = filled(
    second,
    first,
    visit({}, { now: NOW + 2 }),
    visit({ finishedAt: DONE, scan: practice }, { now: NOW + 3 }),
  );
  const { url, got } = await receiver([201, 202]);
  const { context, stdout } = testContext(folder, { env: { QBRECOVER_UPLOAD_TOKEN: "secret-1" } });
  expect(await run(context, [], { to: url })).toBe(0);
  expect(got.map(({ headers }) => headers["idempotency-key"])).toEqual([first.id, second.id]);
  const mark = { export: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), earlier: [] } };
  expect(got.map(({ body }): unknown => JSON.parse(body))).toEqual(
    [first, second].map((each) => ({ ...each, ...mark })),
  );
  expect(got[0]?.headers).toMatchObject({
    "content-type": "application/json",
    authorization: "Bearer secret-1",
    "content-digest": `sha-256=:${createHash("sha256")
      .update(got[0]?.body ?? "")
      .digest("base64")}:`,
  });
  expect(stdout()).toMatch(/Sent 2, failed 0, left 0/u);
  expect(await run(context, [], { to: url })).toBe(0);
  expect(got).toHaveLength(2);
  const store = openStore(folder, "en");
  store.saveAnswer(first.id, "survey", "staff", "du", DONE);
  expect(JSON.stringify(store.connection.sql("SELECT * FROM uploads").all())).not.toContain("secret-1");
  store.close();
  expect(await run(context, [], { to: url })).toBe(0);
  expect(got.map(({ headers }) => headers["idempotency-key"])).toEqual([first.id, second.id, first.id]);
  expect(await run(context, [], { to: url, all: true })).toBe(0);
  expect(got).toHaveLength(5);
});

test("a captive portal's 200, or a redirect, is no receipt: failed, told, and tried again the next time", async () => {
  for (const status of [200, 302]) {
    const one = finished(0);
    const folder = filled(one, finished(1));
    const portal = await receiver([status, 201], { location: "http://127.0.0.1:9/login" });
    const { context, stdout, stderr } = testContext(folder);
    expect(await run(context, [], { to: portal.url })).toBe(1);
    expect(portal.got).toHaveLength(1);
    expect(stdout()).toMatch(/login page/u);
    expect(stdout()).toMatch(/Sent 0, failed 1, left 1/u);
    expect(stderr()).toMatch(/--bundle/u);
    const store = openStore(folder, "en");
    expect(store.upload(one.id, portal.url)).toMatchObject({ state: "failed", attempts: 1 });
    store.close();
    expect(await run(context, [], { to: portal.url })).toBe(0);
    expect(portal.got).toHaveLength(3);
  }
});

test("what may pass is tried a bounded number of times; what will not is not", async () => {
  const cases = [
    { answers: [503, "cut", 201], sent: 1, calls: 3 },
    { answers: [503], sent: 0, calls: 3 },
    { answers: ["silence"], sent: 0, calls: 3 },
    { answers: [401], sent: 0, calls: 1 },
    { answers: [429, 202], sent: 1, calls: 2 },
  ] as const;
  for (const { answers, sent, calls } of cases) {
    const one = finished(0);
    const folder = filled(one);
    const { url, got } = await receiver(answers);
    const store = openStore(folder, "en");
    const { context } = testContext(folder);
    const result = await sendQueue(to(context, url), store, [one.id]);
    expect([answers, result.sent, got.length]).toEqual([answers, sent, calls]);
    expect(store.upload(one.id, url)).toMatchObject({ state: sent === 1 ? "sent" : "failed", attempts: calls });
    store.close();
  }
});

test("a visit counts as not sent from before it leaves until the receiver has confirmed it", async () => {
  const one = finished(0);
  const folder = filled(one);
  const { url, got } = await receiver(["silence"]);
  const controller = new AbortController();
  const { context } = testContext(folder, { signal: controller.signal });
  const store = openStore(folder, "en");
  const sending = sendQueue(to(context, url, { ...QUICK, deadlineMs: 60_000 }), store, [one.id]);
  await vi.waitUntil(() => got.length === 1, { timeout: 30_000 });
  // On the disk, for whoever looks after a power cut at this moment.
  const other = openStore(folder, "en");
  expect(other.upload(one.id, url)).toMatchObject({ state: "failed", attempts: 1 });
  other.close();
  controller.abort();
  await sending;
  store.close();
});

test("a short wish of the receiver is waited for; what makes no sense is none", async () => {
  const pauses = async (retryAfter: string, status: number): Promise<string[]> => {
    const one = finished(0);
    const folder = filled(one);
    const { url } = await receiver([status, 201], { "retry-after": retryAfter });
    const store = openStore(folder, "en");
    const told: string[] = [];
    const patience = { tries: 2, deadlineMs: 30_000, firstPauseMs: 1, capMs: 1400 };
    const telling = { ...SILENT, progress: (text: string) => void told.push(text) };
    await sendQueue(to(testContext(folder).context, url, patience, telling), store, [one.id]);
    store.close();
    return told.flatMap((text) => /\b(\d\.\d) s/u.exec(text)?.[1] ?? []);
  };
  expect(await pauses("1", 503)).toEqual(["1.0"]);
  expect(await pauses("1", 429)).toEqual(["1.0"]);
  expect(await pauses("soon", 503)).toEqual(["0.0"]);
  expect(await pauses("-5", 503)).toEqual(["0.0"]);
});

test("a refused visit does not hold back the others; an unreachable receiver stops the queue", async () => {
  const [first, second] = [finished(0), finished(1)];
  const folder = filled(first, second);
  const { context } = testContext(folder);
  const store = openStore(folder, "en");
  const picky = await receiver([422, 201]);
  expect(await sendQueue(to(context, picky.url), store, [first.id, second.id])).toMatchObject({
    sent: 1,
    failed: 1,
    left: 0,
    halt: null,
  });
  expect(await sendQueue(to(context, "http://127.0.0.1:9/"), store, [first.id, second.id], true)).toMatchObject({
    sent: 0,
    failed: 1,
    left: 1,
    halt: "unreachable",
  });
  store.close();
});

test("Ctrl+C ends a silent upload at once and keeps the visit as not sent", async () => {
  const one = finished(0);
  const folder = filled(one);
  const { url } = await receiver(["silence"]);
  const controller = new AbortController();
  const { context } = testContext(folder, { signal: controller.signal });
  const store = openStore(folder, "en");
  setTimeout(() => controller.abort(), 50);
  const sending = sendQueue(to(context, url, { ...QUICK, deadlineMs: 20_000 }), store, [one.id]);
  expect(await soonerThan(20_000, () => sending)).toMatchObject({ sent: 0, left: 1 });
  expect(store.upload(one.id, url)?.state).toBe("failed");
  store.close();
});

test("a bundle holds the finished visits and can be imported", async () => {
  const [first, second] = [finished(0), finished(1)];
  const folder = filled(first, second, visit({}, { now: NOW + 2 }));
  const { context, stderr } = testContext(folder);
  expect(await run(context, [], { bundle: "stick" })).toBe(0);
  expect(stderr()).toMatch(/stick\.ndjson\.gz/u);
  const centre = testContext(scratch(), { cwd: folder });
  expect(await visits(centre.context, ["import", "stick.ndjson.gz"], {})).toBe(0);
  const store = openStore(centre.context.dataDir, "en");
  expect([...store.iterate({})]).toEqual([first, second]);
  store.close();
});

test("only https, or http to this very machine; no secrets in the address; no unfinished visit", async () => {
  for (const bad of [
    "http://example.test/",
    "ftp://127.0.0.1/",
    "nonsense",
    "https://user:pass@example.test/",
    "http://127.0.0.1.example.test/",
    "file:///etc/passwd",
  ])
    expect(() => uploadTarget(bad, "en")).toThrow(UserError);
  for (const good of ["https://example.test/v1", "http://localhost:8080/", "http://[::1]:80/", "http://127.0.0.2/"])
    expect(uploadTarget(good, "en").href).toContain("//");
  const open = visit();
  const { context } = testContext(filled(open));
  await expect(run(context, [open.id], { to: "http://127.0.0.1:9/" })).rejects.toThrow(/not finished/u);
  await expect(run(context, [], {})).rejects.toThrow(/one of the two/u);
});
