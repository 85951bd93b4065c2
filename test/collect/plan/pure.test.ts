import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/evidence/schema.ts";
import { timeBudget } from "../../../src/collect/plan/budget.ts";
import { groupFilter } from "../../../src/collect/plan/groups.ts";
import { isoWithOffset } from "../../../src/base/local-time.ts";
import { secondLimits } from "../../../src/collect/plan/limits.ts";
import { inReadingOrder } from "../../../src/collect/plan/order.ts";
import { refusalMs } from "../../../src/collect/net/timeout-policy.ts";
import { parseProxy } from "../../../src/collect/plan/proxy-value.ts";
import { randomName, topLevelOf } from "../../../src/collect/plan/random-name.ts";
import { createRecorder } from "../../../src/collect/plan/recorder.ts";
import { bypassed } from "../../../src/collect/plan/through-proxy.ts";

describe("time budget", () => {
  it("decides every fault within ten seconds when the cap leaves room", () => {
    const full = timeBudget(20_000);
    const slowestName = full.dns;
    // A name that nobody answers, then the way hop by hop with a rest before it, then the laptop once more.
    expect(slowestName + 2200 + 900 + full.path).toBeLessThan(10_000);
    // An endpoint that hangs in every step, then once more.
    const second = secondLimits(full);
    expect(full.dnsGrace + full.connect + full.tls + second.totalMs).toBeLessThan(10_000);
    expect(full.dns).toBeGreaterThan(3500);
  });

  it("waits for a refusal as Windows tells it, at the gateway, the controls, the systems and the proxy", () => {
    const full = timeBudget(20_000);
    expect(refusalMs("win32")).toBeGreaterThan(2100);
    expect(Math.min(full.gateway, full.connect)).toBeGreaterThanOrEqual(refusalMs("win32"));
    expect(refusalMs("linux")).toBe(0);
  });

  it("shrinks with the cap, never grows beyond the full time, and is never nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 60_000 }), (a, b) => {
        const [small, large] = [timeBudget(Math.min(a, b)), timeBudget(Math.max(a, b))];
        for (const [key, value] of Object.entries(small)) {
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(Object.entries(large).find(([other]) => other === key)?.[1] ?? 0);
        }
      }),
    );
    expect(timeBudget(12_000)).toEqual(timeBudget(600_000));
  });
});

describe("groups", () => {
  it("takes all by default, only what is named, less what is left out, and always the laptop", () => {
    expect(groupFilter([], [])("quality")).toBe(true);
    expect(groupFilter(["dns"], [])("quality")).toBe(false);
    expect(groupFilter(["dns"], [])("dns")).toBe(true);
    expect(groupFilter(["dns"], ["dns"])("dns")).toBe(false);
    expect(groupFilter(["dns"], ["laptop"])("laptop")).toBe(true);
  });
});

describe("times", () => {
  it("carry the offset of their zone at that moment", () => {
    const at = Date.UTC(2026, 6, 1, 0, 30, 5, 7);
    expect(isoWithOffset(at, "Asia/Ho_Chi_Minh", "millisecond")).toBe("2026-07-01T07:30:05.007+07:00");
    expect(isoWithOffset(at, "America/St_Johns", "millisecond")).toBe("2026-06-30T22:00:05.007-02:30");
    expect(isoWithOffset(at, "UTC", "millisecond")).toBe("2026-07-01T00:30:05.007+00:00");
    expect(isoWithOffset(at, "Nowhere/AtAll", "millisecond")).toBe("2026-07-01T00:30:05.007+00:00");
  });

  it("mean the same moment in every zone", () => {
    const zones = fc.constantFrom(
      "Asia/Ho_Chi_Minh",
      "UTC",
      "Europe/London",
      "Asia/Kathmandu",
      "America/New_York",
      "Pacific/Chatham",
    );
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2060, 0) }), zones, (at, zone) => {
        expect(Date.parse(isoWithOffset(at, zone, "millisecond"))).toBe(at);
      }),
    );
  });
});

describe("recorder", () => {
  const seen = (id: string, startMs: number): Observation => ({
    id,
    collector: "localAgent",
    target: id,
    startMs,
    durationMs: 0,
    outcome: "ok",
    evidence: { system: "s", address: "127.0.0.1", port: 1, listening: true },
  });

  it("keeps the newest under each id and nothing after it was closed", () => {
    const told: string[] = [];
    const recorder = createRecorder((one) => told.push(`${one.id}@${one.startMs}`));
    recorder.addAll([seen("a", 1), seen("b", 2), seen("a", 3)]);
    recorder.close();
    recorder.add(seen("c", 4));
    expect(recorder.all().map((one) => [one.id, one.startMs])).toEqual([
      ["a", 3],
      ["b", 2],
    ]);
    expect(told).toEqual(["a@1", "b@2", "a@3"]);
  });

  it("does not call a probe failed that was stopped", () => {
    const recorder = createRecorder(() => undefined);
    recorder.add({ ...seen("stopped", 0), outcome: "failed", failure: { phase: "connect", code: "ABORTED" } });
    recorder.add({ ...seen("capped", 0), outcome: "failed", failure: { phase: "connect", code: "DEADLINE" } });
    recorder.add({ ...seen("dead", 0), outcome: "failed", failure: { phase: "connect", code: "REFUSED" } });
    expect(recorder.all().map((one) => one.outcome)).toEqual(["unknown", "unknown", "failed"]);
  });

  it("gives the same order whatever came first", () => {
    const all = ["x:10", "x:2", "x:1", "y:1"].map((id, index) => seen(id, index));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(inReadingOrder(shuffled).map((one) => one.id)).toEqual(["x:1", "x:2", "x:10", "y:1"]);
      }),
    );
  });
});

describe("proxies", () => {
  it.each([
    ["10.1.2.3:3128", { host: "10.1.2.3", port: 3128 }],
    ["http://proxy.vp.vn:8080", { host: "proxy.vp.vn", port: 8080 }],
    ["http://proxy.vp.vn", { host: "proxy.vp.vn", port: 80 }],
    ["[fe80::1]:3128", { host: "fe80::1", port: 3128 }],
    ["socks5://proxy.vp.vn:1080", null],
    ["not a proxy", null],
    ["", null],
  ])("%j is %j", (value, expected) => {
    expect(parseProxy({ scheme: "http", value })).toEqual(expected);
  });

  it("takes no automatic configuration for a proxy", () => {
    expect(parseProxy({ scheme: "pac", value: "http://wpad/wpad.dat" })).toBeNull();
  });

  it("honours the list of exceptions as browsers do", () => {
    for (const rule of ["*.gov.vn", ".gov.vn", "gov.vn", "*"]) expect(bypassed([rule], "a.gov.vn")).toBe(true);
    expect(bypassed(["gov.vn"], "notgov.vn")).toBe(false);
    expect(bypassed(["<local>"], "intranet")).toBe(true);
    expect(bypassed(["<local>", ""], "a.gov.vn")).toBe(false);
  });

  it.each([
    // Windows and browsers: a star stands for anything, anywhere.
    ["10.*", "10.1.2.3", true],
    ["10.*", "110.1.2.3", false],
    ["motcua*.gov.vn", "motcua1.gov.vn", true],
    ["*quangtri*", "motcua.quangtri.gov.vn", true],
    ["*quangtri*", "motcua.hue.gov.vn", false],
    ["127.*", "127.0.0.1", true],
    // GNOME, macOS, no_proxy of newer programs: networks.
    ["10.0.0.0/8", "10.200.1.1", true],
    ["10.0.0.0/8", "11.0.0.1", false],
    ["169.254/16", "169.254.9.9", true],
    ["2001:db8::/32", "2001:db8::7", true],
    ["10.0.0.0/8", "ten.test", false],
    ["[2001:db8::1]", "2001:db8:0::1", true],
    ["<local>", "a.b", false],
    ["https://a.gov.vn", "a.gov.vn", true],
    ["http://a.gov.vn", "a.gov.vn", false],
    ["a.gov.vn:443", "a.gov.vn", true],
    ["a.gov.vn:8443", "a.gov.vn", false],
    ["A.GOV.VN.", "x.a.gov.vn", false],
  ])("exception %s for https://%s: %s", (rule, host, expected) => {
    expect(bypassed([rule], host, { port: 443, scheme: "https" })).toBe(expected);
  });

  it("the laptop itself is never behind the proxy, unless Windows is told so", () => {
    for (const host of ["localhost", "127.8.8.8", "::1"]) expect(bypassed([], host)).toBe(true);
    expect(bypassed(["<-loopback>"], "localhost")).toBe(false);
    expect(bypassed(["gov.vn"], "a.gov.vn", { exact: true })).toBe(false);
    expect(bypassed(["gov.vn"], "gov.vn", { exact: true })).toBe(true);
  });
});

describe("random names", () => {
  it("lie under a top-level domain that exists and are valid host names", () => {
    expect(randomName(new Uint8Array([0, 255, 1, 2]), topLevelOf("www.example.vn."))).toBe("x00ff0102.vn");
  });
});
