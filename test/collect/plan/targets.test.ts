import { describe, expect, it } from "vitest";
import type { ObservationOf } from "../../../src/evidence/schema.ts";
import type { Endpoint, System } from "../../../src/profile/schema.ts";
import { pathTargets } from "../../../src/collect/plan/path-stage.ts";
import { skippedControl, skippedEndpoint } from "../../../src/collect/plan/skipped.ts";
import { localAgentsOf, targetsOf } from "../../../src/collect/plan/targets.ts";
import { isTransient } from "../../../src/collect/plan/transient.ts";
import { startSmallOffice, system } from "./small-office.ts";

const web: Endpoint = { protocol: "https", host: "a.test", port: 443, network: "internet" };
const clock = { elapsed: () => 0 };

async function profileWith(systems: System[]) {
  const office = await startSmallOffice();
  await office.close();
  return { ...office.profile, systems };
}

describe("targets", () => {
  it("leaves out what must not be probed, and puts the most critical first", async () => {
    const profile = await profileWith([
      { ...system("other", web), criticality: "other" },
      { ...system("retired", web), status: "retired" },
      { ...system("disabled", web), enabled: false },
      { ...system("server-only", web), notTestable: { ask: { vi: "Hỏi", en: "Ask" } } },
      { ...system("onestop", web), criticality: "onestop" },
      system("agent", { ...web, protocol: "tcp", host: "127.0.0.1", port: 8987, network: "local" }),
    ]);
    expect(targetsOf(profile, false).map((one) => one.system.id)).toEqual(["onestop", "other"]);
    expect(localAgentsOf(profile)).toEqual([{ system: "agent", address: "127.0.0.1", port: 8987 }]);
  });

  it("tries both families of a name where the laptop has IPv6, and that of an address only", async () => {
    const profile = await profileWith([
      system("name", web),
      system("four", { ...web, host: "192.0.2.1" }),
      system("six", { ...web, host: "2001:db8::1" }),
    ]);
    expect(targetsOf(profile, true).map((one) => [one.system.id, one.family])).toEqual([
      ["name", 4],
      ["name", 6],
      ["four", 4],
      ["six", 6],
    ]);
    expect(targetsOf(profile, false).map((one) => [one.system.id, one.family])).toEqual([
      ["name", 4],
      ["four", 4],
    ]);
  });
});

function control(address: string, region: "domestic" | "foreign", lost: boolean): ObservationOf<"control"> {
  const seen = skippedControl(clock, { address, port: 443, region, label: address }, "");
  const { failure: _none, ...ok } = { ...seen, outcome: "ok" as const };
  return lost ? { ...seen, outcome: "failed", failure: { phase: "connect", code: "TIMEOUT" } } : ok;
}

function endpoint(
  failure: ObservationOf<"endpoint">["failure"],
  evidence: Partial<ObservationOf<"endpoint">["evidence"]> = {},
): ObservationOf<"endpoint"> {
  const seen = skippedEndpoint(
    clock,
    { system: system("s", web), index: 0, endpoint: web, address: "192.0.2.7", family: 4 },
    { phase: "connect", detail: "" },
  );
  const { failure: _replaced, ...rest } = seen;
  return {
    ...rest,
    outcome: failure === undefined ? "ok" : "failed",
    ...(failure === undefined ? {} : { failure }),
    evidence: { ...seen.evidence, ...evidence },
  };
}

describe("whom to walk to", () => {
  const silent = { phase: "connect", code: "TIMEOUT" } as const;
  it("nobody while everything answers", () => {
    expect(pathTargets({ controls: [control("10.0.0.1", "domestic", false)], systems: [endpoint(undefined)] })).toEqual(
      [],
    );
  });
  it("the domestic control that is lost, before all others", () => {
    const controls = [control("10.0.0.2", "foreign", true), control("10.0.0.1", "domestic", true)];
    expect(pathTargets({ controls, systems: [endpoint(silent)] })).toEqual(["10.0.0.1"]);
  });
  it("a lost system and a lost foreign control when the domestic ones answer", () => {
    const controls = [control("10.0.0.2", "foreign", true), control("10.0.0.1", "domestic", false)];
    expect(pathTargets({ controls, systems: [endpoint(silent)] })).toEqual(["192.0.2.7", "10.0.0.2"]);
  });
  it("nobody for a refusal or a failure above the connection", () => {
    const systems = [endpoint({ phase: "connect", code: "REFUSED" }), endpoint({ phase: "tls", code: "TIMEOUT" })];
    expect(pathTargets({ controls: [], systems })).toEqual([]);
  });
});

describe("what deserves a second try", () => {
  it.each<[string, ObservationOf<"endpoint">, boolean]>([
    ["a success", endpoint(undefined), false],
    ["a reset", endpoint({ phase: "tls", code: "RESET" }), true],
    ["silence in the handshake", endpoint({ phase: "tls", code: "TIMEOUT" }), true],
    [
      "a silent connection that had its confirming try",
      endpoint({ phase: "connect", code: "TIMEOUT" }, { connectTries: 2 }),
      false,
    ],
    ["a silent connection that had none", endpoint({ phase: "connect", code: "TIMEOUT" }, { connectTries: 1 }), true],
    ["a refusal", endpoint({ phase: "connect", code: "REFUSED" }), false],
    ["a name that does not exist", endpoint({ phase: "resolve", code: "NXDOMAIN" }), false],
    ["a datagram without answer", endpoint({ phase: "reply", code: "TIMEOUT" }), false],
    [
      "a busy server",
      endpoint(undefined, {
        http: { hops: [], status: 503, bodyBytes: 0, bodySample: "", statusExpected: false, bodyMatches: "unknown" },
      }),
      true,
    ],
  ])("%s", (_name, seen, expected) => {
    expect(isTransient(seen)).toBe(expected);
  });
});
