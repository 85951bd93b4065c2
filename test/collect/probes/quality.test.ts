import { createServer } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectedRtt, icmpQuality, lostByRepeat, tcpQuality } from "../../../src/collect/probes/quality.ts";
import { median } from "../../../src/base/statistics.ts";
import { seriesFigures, startSeries, type Sample } from "../../../src/collect/probes/series.ts";
import { listen, type Running } from "../../../src/practice/servers/listen.ts";
import { refusingPort } from "../../../src/practice/servers/refuse.ts";
import { startBlackHole, type BlackHole } from "../support/black-hole.ts";
import { testContext } from "../support/context.ts";
import { soonerThan } from "../../support/sooner.ts";

describe("figures of a series", () => {
  it("are those of a calculation by hand", () => {
    expect(seriesFigures([10, 20, null, 16])).toEqual({ medianMs: 16, jitterMs: 7, lossPercent: 25 });
    expect(seriesFigures([])).toEqual({ medianMs: null, jitterMs: null, lossPercent: null });
    expect(seriesFigures([null, null])).toEqual({ medianMs: null, jitterMs: null, lossPercent: 100 });
    expect(seriesFigures([5])).toEqual({ medianMs: 5, jitterMs: null, lossPercent: 0 });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it("stay within what was measured", () => {
    const rtt = fc.integer({ min: 0, max: 5000 });
    const samples = fc.array(fc.option(rtt, { nil: null }));
    fc.assert(
      fc.property(rtt, samples, (one, others) => {
        const series = [one, ...others];
        const answered = series.filter((sample) => sample !== null);
        const { medianMs, jitterMs, lossPercent } = seriesFigures(series);
        expect(medianMs).toBeGreaterThanOrEqual(Math.min(...answered));
        expect(medianMs).toBeLessThanOrEqual(Math.max(...answered));
        expect(jitterMs ?? 0).toBeLessThanOrEqual(Math.max(...answered) - Math.min(...answered));
        expect(lossPercent).toBeGreaterThanOrEqual(0);
        expect(lossPercent).toBeLessThan(100);
      }),
    );
  });
});

describe("a handshake that took a second more", () => {
  it("has lost a packet, on a quick line and on a slow one", () => {
    expect(lostByRepeat([20, 1021, 25, null])).toEqual([20, null, 25, null]);
    expect(lostByRepeat([700, 720, 1710, 3705])).toEqual([700, 720, null, null]);
  });
  it("is not a line that is slow throughout, nor one that is only uneven", () => {
    expect(lostByRepeat([1200, 1250, 1300])).toEqual([1200, 1250, 1300]);
    expect(lostByRepeat([20, 400, 700])).toEqual([20, 400, 700]);
    expect(lostByRepeat([null])).toEqual([null]);
  });
  it("does not spoil what is expected of a target", () => {
    expect(expectedRtt([{ rttMs: 1030 }, { rttMs: null }, { rttMs: 31 }])).toBe(31);
    expect(expectedRtt([{ rttMs: null }])).toBeNull();
  });
});

it("keeps its pace while answers are late", async () => {
  const answer = Promise.withResolvers<Sample>();
  const running = await startSeries(testContext(), { count: 10, intervalMs: 20, budgetMs: 5000 }, () => answer.promise);
  expect([running.sent(), running.answers()]).toEqual([10, 0]);
  answer.resolve(300);
  expect(await running.all).toHaveLength(10);
});

describe("TCP", () => {
  const options = {
    count: 20,
    intervalMs: 10,
    more: 30,
    moreIntervalMs: 5,
    timeoutMs: 3000,
    suspect: false,
    expectedRttMs: 1,
  };
  let server: Running;
  let hole: BlackHole;
  beforeAll(async () => {
    server = await listen(createServer(), { address: "127.0.0.1", port: 0 });
    hole = await startBlackHole();
  });
  afterAll(async () => {
    await server.close();
    hole.close();
  });

  it("measures an open port without any loss, and asks no more than it must", async () => {
    const seen = await tcpQuality(testContext(), { ...server, scope: "domestic" }, options);
    expect(seen).toMatchObject({
      id: "quality:127.0.0.1:tcp",
      outcome: "ok",
      evidence: { sent: 20, received: 20, lossPercent: 0, loaded: false },
    });
    expect(seen.evidence.rttMs).toHaveLength(20);
  });

  it("takes a refusal for an answer", async () => {
    const place = await refusingPort("127.0.0.1");
    const seen = await tcpQuality(testContext(), { ...place, scope: "gateway" }, options);
    expect(seen.evidence).toMatchObject({ received: 20, lossPercent: 0 });
  });

  it("takes more samples when some were lost, and counts silence as loss", async () => {
    // One after the other the first twenty alone would take a minute.
    const seen = await soonerThan(50_000, () => tcpQuality(testContext(), { ...hole, scope: "domestic" }, options));
    expect(seen).toMatchObject({ outcome: "failed", failure: { code: "TIMEOUT" } });
    expect(seen.evidence.sent).toBeGreaterThan(20);
    expect(seen.evidence.lossPercent).toBe(100);
  });

  it("keeps what it has when it is stopped, and calls nothing lost that was only not waited for", async () => {
    const stop = new AbortController();
    const running = tcpQuality(testContext(stop.signal), { ...server, scope: "domestic" }, { ...options, count: 200 });
    setTimeout(() => stop.abort(), 150);
    const seen = await running;
    expect(seen.evidence.received).toBeGreaterThan(2);
    expect(seen.evidence.lossPercent).toBe(0);
  });
});

it("says unknown of ICMP where there is no ping program", async () => {
  const seen = await icmpQuality(
    testContext(),
    { address: "127.0.0.1", scope: "gateway" },
    { count: 3, intervalMs: 200, timeoutMs: 1000 },
  );
  expect(seen).toMatchObject({ outcome: "unknown", evidence: { sent: 0, lossPercent: null } });
});
