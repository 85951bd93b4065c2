import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import type { ObservationOf } from "../../src/evidence/schema.ts";
import { probeGateway, withNeighbour } from "../../src/collect/gateway.ts";
import { listen } from "../../src/practice/servers/listen.ts";
import { testContext } from "./support/context.ts";

const options = { timeoutMs: 800, knownName: "known.test" };

describe("a gateway", () => {
  it("lives when it refuses every port, without ping and without DNS", async () => {
    const seen = await probeGateway(testContext(), { address: "127.43.0.1", interface: "eth0" }, options);
    expect(seen).toMatchObject({ id: "gateway:127.43.0.1%eth0", outcome: "ok", evidence: { icmp: null, neighbour: null } });
    expect(seen.evidence.tcp.every((one) => one.code === "REFUSED" || one.outcome === "ok")).toBe(true);
  });

  it("tells which port is open", async () => {
    const page = await listen(createServer(), { address: "127.43.0.2", port: 80 });
    const seen = await probeGateway(testContext(), { address: "127.43.0.2", interface: "eth0" }, options);
    await page.close();
    expect(seen.evidence.tcp.find((one) => one.port === 80)?.outcome).toBe("ok");
  });

  it("is not called dead by a scan that was stopped", async () => {
    const seen = await probeGateway(testContext(AbortSignal.abort()), { address: "127.43.0.1", interface: "eth0" }, options);
    expect(seen.outcome).toBe("unknown");
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
  const entry = (state: Entry["state"], mac: string | null, changes: Partial<Entry> = {}): Entry => ({ address: "10.0.0.1", family: 4, mac, interface: "eth0", state, router: "unknown", ...changes });

  it("proves a gateway alive that drops everything else", () => {
    const seen = withNeighbour(silent, [entry("reachable", "02:00:00:00:00:01")]);
    expect(seen).toMatchObject({ outcome: "ok", evidence: { neighbour: { state: "reachable", mac: "02:00:00:00:00:01" } } });
    expect(seen.failure).toBeUndefined();
  });

  it.each(["stale", "delay", "probe", "failed", "incomplete", "unknown"] as const)("proves nothing when it is %s", (state) => {
    const seen = withNeighbour(silent, [entry(state, null)]);
    expect(seen).toMatchObject({ outcome: "failed", failure: { code: "TIMEOUT" }, evidence: { neighbour: { state } } });
  });

  it("of another adapter or address is none of this gateway's", () => {
    expect(withNeighbour(silent, [entry("reachable", "02:00:00:00:00:01", { interface: "wlan0" }), entry("reachable", "02:00:00:00:00:01", { address: "10.0.0.2" })])).toBe(silent);
  });
});
