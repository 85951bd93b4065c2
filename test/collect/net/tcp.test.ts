import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tcpAttempt } from "../../../src/collect/net/tcp.ts";
import { openConfirmed } from "../../../src/collect/net/confirmed.ts";
import { createTimeoutPolicy } from "../../../src/collect/net/timeout-policy.ts";
import { refusingPort } from "../../../src/practice/servers/refuse.ts";
import type { Running } from "../../../src/practice/servers/listen.ts";
import { startBlackHole, type BlackHole } from "../support/black-hole.ts";
import { testContext } from "../support/context.ts";
import { oddServer } from "../support/servers.ts";
import { soonerThan } from "../../support/sooner.ts";

let alive: Running;
let hole: BlackHole;
beforeAll(async () => {
  alive = await oddServer((socket) => socket.resume());
  hole = await startBlackHole();
});
afterAll(async () => {
  hole.close();
  await alive.close();
});

describe("tcpAttempt", () => {
  test("measures a handshake", async () => {
    const attempt = await tcpAttempt(testContext(), alive.address, alive.port, { timeoutMs: 5000 });
    expect(attempt).toMatchObject({ port: alive.port, outcome: "ok" });
    expect(attempt.rttMs).toBeGreaterThan(0);
  });

  test("tells a closed port from silence", async () => {
    const closed = await refusingPort("127.0.0.1");
    expect(await tcpAttempt(testContext(), closed.address, closed.port, { timeoutMs: 1000 })).toEqual({
      port: closed.port,
      outcome: "failed",
      code: "REFUSED",
      rttMs: null,
    });
    const silent = tcpAttempt(testContext(), hole.address, hole.port, { timeoutMs: 200 });
    expect(await soonerThan(5000, () => silent)).toMatchObject({ outcome: "failed", code: "TIMEOUT" });
  });

  test("takes addresses only, and addresses of its own only", async () => {
    for (const address of ["localhost", "-oProxyCommand=x", ""])
      expect(await tcpAttempt(testContext(), address, 80, { timeoutMs: 100 })).toMatchObject({
        code: "ADDRESS_UNAVAILABLE",
      });
    expect(
      await tcpAttempt(testContext(), "127.0.0.1", alive.port, { timeoutMs: 500, localAddress: "192.0.2.1" }),
    ).toMatchObject({ code: "ADDRESS_UNAVAILABLE" });
    expect(await tcpAttempt(testContext(), "127.0.0.1", 70_000, { timeoutMs: 500 })).toMatchObject({
      outcome: "failed",
    });
  });

  test("ends with the scan rather than with its own time, and says which end it was", async () => {
    const stop = new AbortController();
    const context = testContext(stop.signal);
    const running = tcpAttempt(context, hole.address, hole.port, { timeoutMs: 10_000 });
    setTimeout(() => stop.abort(), 50);
    expect(await soonerThan(10_000, () => running)).toMatchObject({ code: "ABORTED" });
    expect(await tcpAttempt(context, alive.address, alive.port, { timeoutMs: 100 })).toMatchObject({ code: "ABORTED" });
    const capped = testContext(AbortSignal.timeout(50));
    expect(await tcpAttempt(capped, hole.address, hole.port, { timeoutMs: 10_000 })).toMatchObject({
      code: "DEADLINE",
    });
  });
});

describe("openConfirmed", () => {
  test("gives a silent target one confirming try and ends by the round trips already seen", async () => {
    const timeouts = createTimeoutPolicy("linux");
    for (const rtt of [1, 2, 3, 2]) timeouts.observe(rtt);
    const context = testContext();
    const { result, tries } = await soonerThan(20_000, () =>
      openConfirmed(context, hole.address, hole.port, { timeouts, capMs: 20_000 }),
    );
    expect(result).toMatchObject({ ok: false, code: "TIMEOUT" });
    expect(tries).toBe(2);
    expect(context.elapsed()).toBeGreaterThan(1300);
  });

  test("does not repeat what was refused", async () => {
    const closed = await refusingPort("127.0.0.1");
    const { result, tries } = await openConfirmed(testContext(), closed.address, closed.port, {
      timeouts: createTimeoutPolicy("linux"),
      capMs: 5000,
    });
    expect(result).toMatchObject({ ok: false, code: "REFUSED" });
    expect(tries).toBe(1);
  });

  test("counts a late answer, whichever try it is for", async () => {
    const busy = await startBlackHole();
    setTimeout(() => busy.wake(), 400);
    const { result, tries } = await openConfirmed(testContext(), busy.address, busy.port, {
      timeouts: createTimeoutPolicy("linux"),
      capMs: 5000,
    });
    busy.close();
    expect(result.ok).toBe(true);
    if (result.ok) result.value.socket.destroy();
    expect(tries).toBeGreaterThan(0);
  });

  test("ends with the scan", async () => {
    const stop = new AbortController();
    const context = testContext(stop.signal);
    setTimeout(() => stop.abort(), 50);
    const { result } = await soonerThan(20_000, () =>
      openConfirmed(context, hole.address, hole.port, { timeouts: createTimeoutPolicy("linux"), capMs: 20_000 }),
    );
    expect(result).toMatchObject({ ok: false, code: "ABORTED" });
  });

  test("keeps to the cap", async () => {
    const timeouts = createTimeoutPolicy("linux");
    const { result } = await soonerThan(timeouts.giveUpMs(), () =>
      openConfirmed(testContext(), hole.address, hole.port, { timeouts, capMs: 100 }),
    );
    expect(result).toMatchObject({ ok: false, code: "TIMEOUT" });
  });
});

describe("createTimeoutPolicy", () => {
  test("is patient before anything is known and on slow lines, quick on fast ones", () => {
    const policy = createTimeoutPolicy("linux");
    const unknown = policy.giveUpMs();
    for (let count = 0; count < 10; count += 1) policy.observe(2);
    expect(policy.giveUpMs()).toBeLessThan(unknown);
    expect(policy.giveUpMs()).toBeGreaterThan(1000);
    const windows = createTimeoutPolicy("win32");
    for (let count = 0; count < 10; count += 1) windows.observe(2);
    expect(windows.giveUpMs()).toBeGreaterThan(2000);
    const satellite = createTimeoutPolicy("linux");
    for (let count = 0; count < 10; count += 1) satellite.observe(700);
    expect(satellite.giveUpMs()).toBeGreaterThan(2500);
    expect(satellite.confirmAfterMs()).toBeGreaterThan(700);
  });
});
