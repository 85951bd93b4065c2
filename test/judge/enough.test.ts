import { describe, expect, it } from "vitest";
import { DEFAULT_PROFILE } from "../../src/commands/shared/default-profile.ts";
import type { Evidence, Observation, ObservationOf } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { renderVerdict } from "../../src/explain/render/verdict.ts";
import { loadProfile } from "../../src/profile/load.ts";
import type { System } from "../../src/profile/schema.ts";
import { record } from "./record.ts";
import { HEALTHY } from "./world.ts";

const { profile } = HEALTHY;
/** A healthy office whose profile differs by one system; `change` gives the keys that differ. */
const office = (id: string, change: Partial<System>, site: Partial<Evidence["site"]> = {}): Evidence => {
  const systems = profile.systems.map((one) => (one.id === id ? { ...one, ...change } : one));
  return record({ ...HEALTHY, profile: { ...profile, systems }, site: { ...HEALTHY.site, ...site } });
};
const without = (evidence: Evidence, drop: (one: Observation) => boolean): Evidence => ({
  ...evidence,
  observations: evidence.observations.filter((one) => !drop(one)),
});
const gist = (evidence: Evidence) => {
  const { status, missing, systems } = judge(evidence);
  return [status, ...(missing ?? []).map((id) => `${id}: ${systems.find((one) => one.id === id)?.why ?? "?"}`)];
};
const UNKNOWN: Partial<System> = { status: "unverified", enabled: false, endpoints: [] };

describe("healthy needs every system that the office needs", () => {
  it.each<[string, Evidence, readonly string[]]>([
    ["all of them passed", record(HEALTHY), ["healthy"]],
    ["a one-stop system without an address", office("onestop", UNKNOWN), ["inconclusive", "onestop: noAddress"]],
    ["a shared system without an address", office("mail", UNKNOWN), ["inconclusive", "mail: noAddress"]],
    [
      "a shared system that is enabled and has no address",
      office("docs", { endpoints: [] }),
      ["inconclusive", "docs: noAddress"],
    ],
    [
      "a shared system whose address nobody has verified",
      office("docs", { status: "unverified", enabled: false }),
      ["inconclusive", "docs: notEnabled"],
    ],
    [
      "an active system that the profile does not enable",
      office("docs", { enabled: false }),
      ["inconclusive", "docs: notEnabled"],
    ],
    ["a system of another kind without an address", office("portal", UNKNOWN), ["healthy"]],
    ["a retired shared system", office("docs", { status: "retired" }), ["healthy"]],
    [
      "a shared system that only servers reach",
      office("docs", { notTestable: { ask: { vi: "Hỏi", en: "Ask" } } }),
      ["healthy"],
    ],
    ["a shared service of the own computer that is not enabled", office("sign_local", { enabled: false }), ["healthy"]],
    ["a shared system that the office does not use", office("mail", UNKNOWN, { notUsed: ["mail"] }), ["healthy"]],
    [
      "the one not used, another without an address",
      office("docs", UNKNOWN, { notUsed: ["mail"] }),
      ["inconclusive", "docs: noAddress"],
    ],
  ])("%s", (_, evidence, says) => {
    expect(gist(evidence)).toEqual(says);
  });

  it("takes no notice of a dead system that the office does not use", () => {
    const dead = { ...HEALTHY, service: (host: string) => (host === "vanban.tinh.test" ? { status: 500 } : {}) };
    expect(judge(record(dead)).status).toBe("faulty");
    const verdict = judge(record({ ...dead, site: { ...dead.site, notUsed: ["docs"] } }));
    expect([verdict.status, verdict.systems.find((one) => one.id === "docs")?.outcome]).toEqual(["healthy", "notUsed"]);
  });

  it("misses five systems in the profile that is the default, whatever the network does", async () => {
    const loaded = await loadProfile(DEFAULT_PROFILE, "/nowhere", "vi", { now: () => 0, cwd: "/" });
    const verdict = judge({ ...record(HEALTHY), profile: loaded.profile, observations: [] });
    const blank = verdict.systems.filter(
      (one) => verdict.missing?.includes(one.id) === true && (one.why === "noAddress" || one.why === "notEnabled"),
    );
    expect(blank.map((one) => one.id)).toEqual(["onestop", "docs", "mail", "report", "giaoban"]);
  });

  it("hides no fault behind what was not tested", () => {
    const systems = profile.systems.map((one) => (one.id === "docs" ? { ...one, ...UNKNOWN } : one));
    const verdict = judge(
      record({
        ...HEALTHY,
        profile: { ...profile, systems },
        service: (host) => (host === "motcua.tinh.test" ? { status: 500 } : {}),
      }),
    );
    expect([verdict.status, verdict.missing]).toEqual(["faulty", ["docs"]]);
  });

  it("counts a system as tested only where each of its addresses was", () => {
    expect(gist(without(record(HEALTHY), (one) => one.id === "endpoint:mail:1:4"))).toEqual([
      "inconclusive",
      "mail: noTime",
    ]);
    expect(gist({ ...without(record(HEALTHY), (one) => one.id === "endpoint:mail:1:4"), complete: false })).toEqual([
      "inconclusive",
      "mail: noTime",
    ]);
    expect(gist(without(record(HEALTHY), (one) => one.collector === "stun"))).toEqual(["inconclusive", "vc: noTime"]);
  });

  it("says why an address was not tried", () => {
    const untried = (failure: NonNullable<Observation["failure"]>): Evidence => {
      const evidence = record(HEALTHY);
      const observations = evidence.observations.map((one): Observation =>
        one.id === "endpoint:docs:0:4" && one.collector === "endpoint"
          ? { ...one, outcome: "skipped", failure, evidence: { ...one.evidence, steps: {}, http: null, tls: null } }
          : one,
      );
      return { ...evidence, observations };
    };
    expect(gist(untried({ phase: "connect", code: "PREREQUISITE_DEAD" }))).toEqual(["inconclusive", "docs: noRoute"]);
    expect(gist(untried({ phase: "resolve", code: "PREREQUISITE_DEAD" }))).toEqual(["inconclusive", "docs: noName"]);
    expect(gist(untried({ phase: "connect", code: "ABORTED" }))).toEqual(["inconclusive", "docs: noTime"]);
  });
});

describe("a scan that was narrowed", () => {
  const narrowed = (only: string[], skip: string[], drop: (one: Observation) => boolean): Evidence => {
    const evidence = without(record(HEALTHY), drop);
    return { ...evidence, options: { ...evidence.options, only, skip } };
  };
  const systems = (one: Observation): boolean => one.collector === "endpoint";
  const calls = (one: Observation): boolean => one.collector === "stun";

  it("is healthy only where it left none of them out", () => {
    expect(gist(narrowed(["systems", "stun"], [], () => false))).toEqual(["healthy"]);
    expect(gist(narrowed([], ["quality", "sweep"], () => false))).toEqual(["healthy"]);
  });
  it("is inconclusive at best otherwise", () => {
    expect(gist(narrowed(["systems"], [], calls))).toEqual(["inconclusive", "vc: leftOut"]);
    expect(gist(narrowed([], ["stun"], calls))).toEqual(["inconclusive", "vc: leftOut"]);
    expect(gist(narrowed(["dns", "controls"], [], systems))[0]).toBe("inconclusive");
    expect(gist(narrowed([], ["systems"], systems)).slice(1)).toEqual(
      ["onestop", "docs", "mail", "vc", "dvcqg", "sso", "sign_tsa", "sign_ocsp"].map((id) => `${id}: leftOut`),
    );
  });
});

describe("what an inconclusive verdict says", () => {
  it("says what is good, names what was not tested and why, and the next step", () => {
    const evidence = office("onestop", UNKNOWN);
    const text = (lang: "vi" | "en"): string =>
      renderVerdict(judge(evidence), evidence, lang, { columns: 200, explain: false, colour: false });
    expect(text("vi").split("\n").slice(0, 4)).toEqual([
      "CHƯA KẾT LUẬN: 9 hệ thống đã thử đều vào được, còn 1 hệ thống cần dùng chưa được kiểm tra.",
      "",
      "  Chưa kiểm tra: Hệ thống onestop (chưa có địa chỉ).",
      expect.stringMatching(/^ {2}Để kết luận: hỏi cán bộ địa chỉ/u),
    ]);
    expect(text("en")).toMatch(
      /^INCONCLUSIVE: all 9 systems that were tried can be reached; not tested, though needed: 1\.\n\n {2}Not tested: System onestop \(no address yet\)\./u,
    );
    expect(text("vi")).not.toContain("TỐT");
  });

  it("has a row for every system of the profile, tested or why not", () => {
    const evidence = office("portal", UNKNOWN, { notUsed: ["mail"] });
    const text = renderVerdict(judge(evidence), evidence, "vi", { columns: 200, explain: false, colour: false });
    const rows = new Map(
      profile.systems.map(({ id, name }) => [
        id,
        text
          .split("\n")
          .find((line) => line.startsWith(`  ${name.vi} `))
          ?.toLowerCase()
          .replaceAll(/\s{2,}/gu, " | ")
          .replace(/ \| \d+ ms/u, ""),
      ]),
    );
    expect(rows.get("docs")).toContain("| đạt");
    expect(rows.get("portal")).toContain("| chưa kiểm tra | chưa có địa chỉ");
    expect(rows.get("mail")).toContain("| không dùng ở đây");
    expect(rows.get("truc")).toContain("| phải hỏi | hỏi văn bản mới nhất");
    expect(rows.get("ncovi")).toContain("| đã ngừng");
    expect(rows.get("extra")).toContain("| không bật | địa chỉ chưa xác minh, chưa bật");
  });
});

describe("a page that nobody could read", () => {
  const unread = (change: Partial<NonNullable<ObservationOf<"endpoint">["evidence"]["http"]>>): Evidence => {
    const [expected] = profile.systems.flatMap((one) => (one.id === "docs" ? one.endpoints : []));
    const evidence = office("docs", {
      endpoints: expected === undefined ? [] : [{ ...expected, expect: { bodyIncludes: "Văn bản" } }],
    });
    const observations = evidence.observations.map((one): Observation =>
      one.id === "endpoint:docs:0:4" && one.collector === "endpoint" && one.evidence.http !== null
        ? { ...one, evidence: { ...one.evidence, http: { ...one.evidence.http, bodyMatches: "unknown", ...change } } }
        : one,
    );
    return { ...evidence, observations };
  };
  it("is not ok: the system may be another one", () => {
    expect(gist(unread({ bodyMatches: true }))).toEqual(["healthy"]);
    expect(gist(unread({ unread: "br" }))).toEqual(["inconclusive", "docs: unread"]);
    expect(gist(unread({ bodyWhole: false }))).toEqual(["inconclusive", "docs: unread"]);
    expect(judge(unread({ unread: "br" })).systems.find((one) => one.id === "docs")?.outcome).toBe("unknown");
  });
  it("is no matter where the profile expects no words", () => {
    const evidence = record(HEALTHY);
    const observations = evidence.observations.map((one): Observation =>
      one.collector === "endpoint" && one.evidence.http !== null
        ? { ...one, evidence: { ...one.evidence, http: { ...one.evidence.http, unread: "br" } } }
        : one,
    );
    expect(gist({ ...evidence, observations })).toEqual(["healthy"]);
  });
});
