import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidenceSchema, type Evidence, type ObservationOf } from "../../../src/evidence/schema.ts";
import { runScan } from "../../../src/collect/plan/run-scan.ts";
import { startBlackHoles, type BlackHoles } from "../../../src/practice/servers/black-hole.ts";
import { startStun } from "../../../src/practice/servers/stun.ts";
import { laptop, startSmallOffice, system, type SmallOffice } from "./small-office.ts";
import { soonerThan } from "../../support/sooner.ts";

let office: SmallOffice;
beforeAll(async () => {
  office = await startSmallOffice();
});
afterAll(async () => {
  await office.close();
});

function of<C extends Evidence["observations"][number]["collector"]>(
  evidence: Evidence,
  collector: C,
): ObservationOf<C>[] {
  return evidence.observations.filter((seen): seen is ObservationOf<C> => seen.collector === collector);
}

describe("a healthy office", () => {
  it("gives complete evidence that the schema accepts, without any tool fault", async () => {
    const input = office.input();
    const evidence = await runScan(input);
    expect(evidenceSchema.safeParse(evidence).error).toBeUndefined();
    expect(evidence.complete).toBe(true);
    expect(evidence.raw).toBeUndefined();
    expect(evidence.startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00$/u);
    expect(of(evidence, "endpoint").map((seen) => [seen.id, seen.outcome])).toEqual([
      ["endpoint:s0:0:4", "ok"],
      ["endpoint:s1:0:4", "ok"],
    ]);
    expect(of(evidence, "endpoint")[0]?.evidence.tls?.authorized).toBe(true);
    expect(of(evidence, "control").map((seen) => seen.outcome)).toEqual(["ok"]);
    expect(of(evidence, "httpControl")[0]?.evidence.matched).toBe(true);
    expect(of(evidence, "stun")[0]?.evidence.received).toBeGreaterThan(0);
    expect(of(evidence, "localAgent")[0]?.evidence.listening).toBe(true);
    const [loaded, idle] = of(evidence, "quality");
    expect(idle?.evidence.received).toBeGreaterThanOrEqual(20);
    expect(idle?.evidence.lossPercent).toBe(0);
    expect(loaded?.evidence.loaded).toBe(true);
    expect(of(evidence, "path")).toEqual([]);
    const stages = input.progress.filter((step) => step.kind === "stage");
    expect(stages.at(-1)).toMatchObject({ done: stages.length, total: stages.length });
  });

  it("names each observation once, in an order that does not depend on who was quicker", async () => {
    const first = await runScan(office.input({ skip: ["quality", "inventory"] }));
    const second = await runScan(office.input({ skip: ["quality", "inventory"] }));
    const ids = first.observations.map((seen) => seen.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.observations.map((seen) => seen.id)).toEqual(ids);
  });

  it("runs only what was asked for", async () => {
    const evidence = await runScan(office.input({ only: ["systems"], skip: [] }));
    const collectors = new Set(evidence.observations.map((seen) => seen.collector));
    expect(of(evidence, "endpoint")).toHaveLength(2);
    for (const absent of ["control", "httpControl", "gateway", "stun", "mtu", "quality", "path", "inventory"] as const)
      expect(collectors.has(absent)).toBe(false);
  });

  it("sets the times of its own clock where the laptop's clock is wrong", async () => {
    const evidence = await runScan(
      office.input({ only: ["dns"], now: () => Date.UTC(2009, 0, 1, 20), timeZone: "UTC" }),
    );
    expect(evidence.startedAt).toBe("2009-01-01T20:00:00.000+00:00");
  });
});

describe("stopping", () => {
  it("answers an abort, waits for nobody any more and keeps what it has", async () => {
    const stop = new AbortController();
    const stuck = { ...laptop({ resolver: office.dns }), after: () => new Promise<never>(() => {}) };
    const running = runScan(office.input({ signal: stop.signal, local: stuck, deadlineMs: 50_000 }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    stop.abort();
    const evidence = await soonerThan(20_000, () => running);
    expect(evidence.complete).toBe(false);
    expect(of(evidence, "endpoint")).toHaveLength(2);
    expect(evidenceSchema.safeParse(evidence).error).toBeUndefined();
  });

  it("can be stopped at any moment of its start without an error that nobody catches", async () => {
    for (let afterMs = 0; afterMs < 60; afterMs += 4) {
      const stop = new AbortController();
      const running = runScan(office.input({ signal: stop.signal }));
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      stop.abort();
      expect((await running).complete).toBe(false);
    }
  });

  it("gives evidence also when it was aborted before it began", async () => {
    const evidence = await runScan(office.input({ signal: AbortSignal.abort() }));
    expect(evidence.complete).toBe(false);
  });

  it("ends at its cap even when something never answers", async () => {
    const stuck = { ...laptop({ resolver: office.dns }), after: () => new Promise<never>(() => {}) };
    const at = performance.now();
    const capped = office.input({ deadlineMs: 1500, local: stuck, skip: ["quality", "inventory"] });
    const evidence = await soonerThan(20_000, () => runScan(capped));
    expect(performance.now() - at).toBeGreaterThan(1490);
    expect(evidence.complete).toBe(false);
    expect(of(evidence, "endpoint")).toHaveLength(2);
  });

  it("keeps the rest when one collector has a fault of its own, and says so", async () => {
    const broken = { ...laptop({ resolver: office.dns }), after: () => Promise.reject(new Error("broken reader")) };
    const evidence = await runScan(office.input({ local: broken, skip: ["quality", "inventory"] }));
    expect(evidence.complete).toBe(false);
    expect(evidence.raw?.[0]).toMatchObject({ tool: "qbrecover", args: ["after"] });
    expect(of(evidence, "endpoint").map((seen) => seen.outcome)).toEqual(["ok", "ok"]);
  });
});

describe("what is known dead is not attempted", () => {
  it("skips everything when no cable is in", async () => {
    const unplugged = office.input({ local: laptop({ resolver: office.dns, carrier: false }), deadlineMs: 50_000 });
    const evidence = await soonerThan(20_000, () => runScan(unplugged));
    expect(evidence.complete).toBe(true);
    for (const collector of ["control", "endpoint", "dns"] as const)
      for (const seen of of(evidence, collector))
        expect([seen.id, seen.outcome, seen.failure?.code]).toEqual([seen.id, "skipped", "PREREQUISITE_DEAD"]);
    expect(of(evidence, "endpoint")).toHaveLength(2);
    expect(of(evidence, "localAgent")[0]?.outcome).toBe("ok");
  });

  it("calls a system whose name nobody resolves not tested, and one whose name does not exist failed", async () => {
    office.dns.change({ silent: true });
    office.control.change({ silent: true });
    const silent = await runScan(office.input({ skip: ["quality", "inventory"] }));
    office.dns.change({ silent: false, zone: {} });
    office.control.change({ silent: false, zone: {} });
    const missing = await runScan(office.input({ skip: ["quality", "inventory"] }));
    office.dns.change({ zone: office.zone });
    office.control.change({ zone: office.zone });
    expect(of(silent, "endpoint").map((seen) => [seen.outcome, seen.failure?.code])).toEqual([
      ["skipped", "PREREQUISITE_DEAD"],
      ["skipped", "PREREQUISITE_DEAD"],
    ]);
    expect(of(missing, "endpoint").map((seen) => [seen.outcome, seen.failure?.code])).toEqual([
      ["failed", "NXDOMAIN"],
      ["failed", "NXDOMAIN"],
    ]);
  });
});

describe("names", () => {
  it("reaches a system over a control resolver when the own one is silent, and says whose address it was", async () => {
    office.dns.change({ silent: true });
    const evidence = await runScan(office.input({ only: ["dns", "systems"] }));
    office.dns.change({ silent: false });
    const [seen] = of(evidence, "endpoint");
    expect(seen?.outcome).toBe("ok");
    expect(seen?.evidence.resolvedBy).toContain("127.41.0.2");
  });

  it("tries both addresses where the own resolver and the control disagree", async () => {
    office.dns.change({ overrides: { "s0.office.test": ["127.41.0.77"] } });
    const evidence = await runScan(office.input({ only: ["dns", "systems"] }));
    office.dns.change({ overrides: {} });
    const seen = of(evidence, "endpoint").filter((one) => one.evidence.system === "s0");
    expect(seen.map((one) => [one.id, one.outcome])).toEqual([
      ["endpoint:s0:0:4", "failed"],
      ["endpoint:s0:0:4:127.41.0.3", "ok"],
    ]);
  });

  it("follows the hosts file before any server", async () => {
    const overrides = [{ name: "s1.office.test", address: "127.41.0.78", line: 3 }];
    const evidence = await runScan(
      office.input({ only: ["dns", "systems"], local: laptop({ resolver: office.dns, overrides }) }),
    );
    const own = of(evidence, "endpoint").find((one) => one.evidence.system === "s1");
    expect(own?.evidence).toMatchObject({ address: "127.41.0.78", resolvedBy: "hosts" });
  });

  it("asks for calls over IPv6 where nothing else leads to the server", async () => {
    const six = await startStun({ address: "::1", port: 0 });
    office.dns.change({ zone: { "six.office.test": { aaaa: ["::1"] } } });
    const controls = { ...office.profile.controls, stun: [{ host: "six.office.test", port: six.port }] };
    const evidence = await runScan(
      office.input({
        only: ["dns", "stun"],
        profile: { ...office.profile, controls },
        local: laptop({ resolver: office.dns, six: true }),
      }),
    );
    office.dns.change({ zone: office.zone });
    await six.close();
    expect(of(evidence, "stun").map((one) => [one.outcome, one.evidence.address])).toEqual([["ok", "::1"]]);
  });

  it("asks again over a connection where a control denies a name, and goes to the address that it gives there", async () => {
    const { [`s0.office.test`]: _gone, ...zone } = office.zone;
    office.dns.change({ zone });
    office.control.change({ forged: ["s0.office.test"] });
    const evidence = await runScan(office.input({ only: ["dns", "systems"] }));
    office.dns.change({ zone: office.zone });
    office.control.change({ forged: [] });
    // The office's own server is asked so as well, to be held against its datagrams.
    const asked = of(evidence, "dns").filter((one) => one.id.endsWith(":tcp") && one.evidence.confirms !== true);
    expect(asked.map((one) => [one.evidence.role, one.evidence.name, one.evidence.transport, one.outcome])).toEqual([
      ["control", "s0.office.test", "tcp", "ok"],
    ]);
    const seen = of(evidence, "endpoint").filter((one) => one.evidence.system === "s0");
    expect(seen.map((one) => one.outcome)).toContain("ok");
    // Names that nobody denies are asked once.
    expect(
      of(await runScan(office.input({ only: ["dns", "systems"] })), "dns").filter(
        (one) => one.id.endsWith(":tcp") && one.evidence.confirms !== true,
      ),
    ).toEqual([]);
  });

  it("waits for a resolver that takes three seconds", async () => {
    office.dns.change({ delayMs: 3000 });
    const evidence = await runScan(office.input({ only: ["dns", "systems"] }));
    office.dns.change({ delayMs: 0 });
    const known = of(evidence, "dns").find(
      (seen) => seen.evidence.server.startsWith("127.41.0.1") && seen.evidence.name === "s0.office.test",
    );
    expect(known?.outcome).toBe("ok");
    expect(known?.evidence.rttMs).toBeGreaterThan(2900);
  });
});

describe("fifty endpoints, ten of them silent", () => {
  let holes: BlackHoles;
  beforeAll(async () => {
    holes = await startBlackHoles(
      Array.from({ length: 10 }, (_, index) => ({ address: `127.42.0.${index + 1}`, port: 0 })),
    );
  });
  afterAll(async () => {
    await holes.close();
  });

  it("finds the ten and does not keep the forty waiting", async () => {
    const [alive] = office.profile.systems;
    const endpoint = alive?.endpoints[0];
    if (endpoint === undefined) throw new Error("the small office has no system");
    const silent = holes.places.map((place, index) =>
      system(`dead${index}`, { ...endpoint, host: place.address, port: place.port }),
    );
    const healthy = Array.from({ length: 40 }, (_, index) => system(`live${index}`, endpoint));
    const input = office.input({
      profile: { ...office.profile, systems: [...silent, ...healthy] },
      only: ["systems"],
      deadlineMs: 55_000,
    });
    // A time-out of five seconds for each is what the ten would cost one after the other.
    const evidence = await soonerThan(50_000, () => runScan(input));
    const seen = of(evidence, "endpoint");
    expect(seen.filter((one) => one.outcome === "ok")).toHaveLength(40);
    expect(seen.filter((one) => one.failure?.code === "TIMEOUT").map((one) => one.evidence.connectTries)).toEqual(
      Array(10).fill(2),
    );
    // The ten come first and are more than may measure at once: if they kept their places, nobody else would have ended.
    const ends = (outcome: string): number[] =>
      seen.filter((one) => one.outcome === outcome).map((one) => one.startMs + one.durationMs);
    expect(Math.min(...ends("ok"))).toBeLessThan(Math.min(...ends("failed")));
  });
});
