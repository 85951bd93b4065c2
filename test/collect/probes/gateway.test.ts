import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import type { ObservationOf } from "../../../src/evidence/schema.ts";
import { firstSign, probeGateway, withNeighbour } from "../../../src/collect/probes/gateway.ts";
import { startBlackHoles } from "../../../src/practice/servers/black-hole.ts";
import { listen } from "../../../src/practice/servers/listen.ts";
import { testContext } from "../support/context.ts";
import { soonerThan } from "../../support/sooner.ts";

const options = { timeoutMs: 800, knownName: "known.test", onSign: () => undefined };

describe("a gateway", () => {
  it("lives when it refuses every port, without ping and without DNS", async () => {
    const seen = await probeGateway(testContext(), { address: "127.43.0.1", interface: "eth0" }, options);
    expect(seen).toMatchObject({
      id: "gateway:127.43.0.1%eth0",
      outcome: "ok",
      evidence: { icmp: null, neighbour: null },
    });
    expect(seen.evidence.tcp.every((one) => one.code === "REFUSED" || one.outcome === "ok")).toBe(true);
  });

  it("tells which port is open", async () => {
    const page = await listen(createServer(), { address: "127.43.0.2", port: 80 });
    const seen = await probeGateway(testContext(), { address: "127.43.0.2", interface: "eth0" }, options);
    await page.close();
    expect(seen.evidence.tcp.find((one) => one.port === 80)?.outcome).toBe("ok");
  });

  it("tells its first sign of life before the whole look is over", async () => {
    const context = testContext();
    let first: number | null = null;
    const seen = await probeGateway(
      context,
      { address: "127.43.0.1", interface: "eth0" },
      { ...options, onSign: () => void (first ??= context.elapsed()) },
    );
    expect(first).not.toBeNull();
    expect(first).toBeLessThan(seen.startMs + seen.durationMs);
  });

  it("is not called dead by a scan that was stopped", async () => {
    const seen = await probeGateway(
      testContext(AbortSignal.abort()),
      { address: "127.43.0.1", interface: "eth0" },
      options,
    );
    expect(seen.outcome).toBe("unknown");
  });
});

describe("listening for a first sign", () => {
  const silentPlaces = [53, 80, 443].map((port) => ({ address: "127.43.0.3", port }));

  it("ends with the refusal of one that lives, however silent the other", async () => {
    const holes = await startBlackHoles(silentPlaces);
    const both = ["127.43.0.3", "127.43.0.1"];
    const sign = soonerThan(10_000, () => firstSign(testContext(), both, { ...options, timeoutMs: 10_000 }));
    expect(await sign).toBe(true);
    await holes.close();
  });

  it("says no when the time has passed in silence", async () => {
    const holes = await startBlackHoles(silentPlaces);
    expect(await firstSign(testContext(), ["127.43.0.3"], { ...options, timeoutMs: 300 })).toBe(false);
    await holes.close();
  });
});

describe("the neighbour entry", () => {
  const silent: ObservationOf<"gateway"> = {
    id: "gateway:10.0.0.1%eth0",
    collector: "gateway",
    target: "10.0.0.1",
    startMs: 0,
    durationMs: 1,
    outcome: "failed",
    failure: { phase: "connect", code: "TIMEOUT" },
    evidence: { address: "10.0.0.1", interface: "eth0", neighbour: null, tcp: [], icmp: null, dns: false },
  };
  type Entry = ObservationOf<"neighbours">["evidence"]["entries"][number];
  const entry = (state: Entry["state"], mac: string | null, changes: Partial<Entry> = {}): Entry => ({
    address: "10.0.0.1",
    family: 4,
    mac,
    interface: "eth0",
    state,
    router: "unknown",
    ...changes,
  });

  it("proves a gateway alive that drops everything else", () => {
    const now = [entry("reachable", "02:00:00:00:00:01")];
    const before = (neighbourBefore: typeof silent.evidence.neighbour) => ({
      ...silent,
      evidence: { ...silent.evidence, neighbourBefore },
    });
    const seen = withNeighbour(before(null), now);
    expect(seen).toMatchObject({
      outcome: "ok",
      evidence: { neighbour: { state: "reachable", mac: "02:00:00:00:00:01" } },
    });
    expect(seen.failure).toBeUndefined();
    expect(withNeighbour(before({ state: "stale", mac: "02:00:00:00:00:01" }), now).outcome).toBe("ok");
    // Reachable before the first probe: the system believes it for up to a minute, whatever has happened since.
    expect(withNeighbour(before({ state: "reachable", mac: "02:00:00:00:00:01" }), now).outcome).toBe("failed");
    expect(withNeighbour(silent, now).outcome).toBe("failed");
  });

  it.each(["stale", "delay", "probe", "failed", "incomplete", "unknown"] as const)(
    "proves nothing when it is %s",
    (state) => {
      const seen = withNeighbour(silent, [entry(state, null)]);
      expect(seen).toMatchObject({
        outcome: "failed",
        failure: { code: "TIMEOUT" },
        evidence: { neighbour: { state } },
      });
    },
  );

  it("of another adapter or address is none of this gateway's", () => {
    expect(
      withNeighbour(silent, [
        entry("reachable", "02:00:00:00:00:01", { interface: "wlan0" }),
        entry("reachable", "02:00:00:00:00:01", { address: "10.0.0.2" }),
      ]),
    ).toBe(silent);
  });
});
