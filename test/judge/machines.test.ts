import { expect, test } from "vitest";
import { blames, reach, triedSystems, type Examined } from "../../src/judge/machines.ts";
import type { Finding, SystemResult, Verdict } from "../../src/judge/verdict.ts";
import { finding, scan } from "../visit/helpers/sample.ts";

type Outcomes = Readonly<Record<string, SystemResult["outcome"]>>;

const ALL_OK: Outcomes = { onestop: "ok", mail: "ok", sign: "slow" };
const ALL_FAILED: Outcomes = { onestop: "failed", mail: "failed", sign: "failed" };

function pc(id: string, outcomes: Outcomes, findings: readonly Finding[] = []): Examined {
  const { verdict } = scan("faulty", [], findings);
  const systems = Object.entries(outcomes).map(([system, outcome]): SystemResult => ({
    id: system,
    outcome,
    cause: null,
    totalMs: null,
    target: null,
    certificateNotAfter: null,
  }));
  return { id, verdict: { ...verdict, systems } };
}

const verdictOf = (outcomes: Outcomes, findings: readonly Finding[] = []): Verdict =>
  pc("", outcomes, findings).verdict;
const line = finding({ cause: "LINE_DOWN", culprit: "isp", affects: ["onestop", "mail", "sign"] });
const cable = finding({ cause: "LINK_DOWN", culprit: "cable", affects: ["onestop", "mail", "sign"] });
const server = finding({ cause: "SERVER_DOWN", culprit: "server", affects: ["mail"] });

test("one computer is nothing to compare", () => {
  expect(blames([])).toEqual([]);
  expect(blames([pc("a", ALL_FAILED, [line])])).toEqual([]);
});

test("healthy everywhere: nobody is to blame", () => {
  expect(blames([pc("a", ALL_OK), pc("b", ALL_OK)])).toEqual([]);
});

test("one of ten fails: that machine", () => {
  const nine = Array.from({ length: 9 }, (_, at) => pc(String(at), ALL_OK));
  expect(blames([...nine, pc("x", ALL_FAILED, [cable])])).toEqual([
    { at: "machine", machine: "x", systems: ["onestop", "mail", "sign"], cause: "LINK_DOWN" },
  ]);
});

test("all fail: the way", () => {
  const all = ["a", "b", "c"].map((id) => pc(id, ALL_FAILED, [line]));
  expect(blames(all)).toEqual([{ at: "office", systems: ["onestop", "mail", "sign"], cause: "LINE_DOWN" }]);
});

test("all fail, each by a cause of its own: still the way, and no cause is named that not all have", () => {
  const all = [pc("a", ALL_FAILED, [line]), pc("b", ALL_FAILED, [cable])];
  expect(blames(all)[0]).toEqual({ at: "office", systems: ["onestop", "mail", "sign"], cause: null });
});

test("one system fails on all, others work: that system", () => {
  const all = ["a", "b"].map((id) => pc(id, { ...ALL_OK, mail: "failed" }, [server]));
  expect(blames(all)).toEqual([{ at: "system", systems: ["mail"], cause: "SERVER_DOWN" }]);
});

test("the only system that was tried fails on all, and all name its server: that system, not the way", () => {
  const all = ["a", "b"].map((id) => pc(id, { mail: "failed" }, [server]));
  expect(blames(all)).toEqual([{ at: "system", systems: ["mail"], cause: "SERVER_DOWN" }]);
});

test("a system and a machine at once are two faults", () => {
  const proxy = finding({ cause: "PROXY_DEAD", culprit: "proxy", affects: ["onestop", "sign"] });
  const all = [
    pc("a", { ...ALL_OK, mail: "failed" }, [server]),
    pc("b", ALL_FAILED, [proxy, server]),
    pc("c", { ...ALL_OK, mail: "failed" }, [server]),
  ];
  expect(blames(all)).toEqual([
    { at: "system", systems: ["mail"], cause: "SERVER_DOWN" },
    { at: "machine", machine: "b", systems: ["onestop", "sign"], cause: "PROXY_DEAD" },
  ]);
});

test("what was not tried on a computer says nothing for either side", () => {
  const untried: Outcomes = { onestop: "notTested", mail: "notTested", sign: "disabled" };
  expect(blames([pc("a", ALL_FAILED, [line]), pc("b", untried)])).toEqual([]);
  expect(triedSystems([pc("b", untried)])).toEqual([]);
});

test("a fault above the system counts, though nobody got as far as to try it", () => {
  const notTested = verdictOf({ mail: "notTested" }, [cable]);
  expect(reach(notTested, "mail")).toBe("fails");
  expect(reach(verdictOf({ mail: "notTested" }, [finding({ ...cable, severity: "minor" })]), "mail")).toBe("unseen");
  expect(reach(verdictOf({ mail: "retired" }, [cable]), "mail")).toBe("unseen");
  expect(reach(verdictOf({ mail: "ok" }, [cable]), "mail")).toBe("works");
});

test("a fault of the computer itself that stops no system is told, one of the line is not the computer's", () => {
  const clock = finding({ cause: "CLOCK_WRONG", culprit: "clock", severity: "major", affects: [] });
  const slow = finding({ cause: "HIGH_LATENCY", culprit: "isp", severity: "major", affects: [] });
  expect(blames([pc("a", ALL_OK, [clock]), pc("b", ALL_OK)])).toEqual([
    { at: "machine", machine: "a", systems: [], cause: "CLOCK_WRONG" },
  ]);
  expect(blames([pc("a", ALL_OK, [slow]), pc("b", ALL_OK)])).toEqual([]);
  expect(blames([pc("a", ALL_OK, [clock]), pc("b", ALL_OK, [clock])])).toEqual([]);
});
